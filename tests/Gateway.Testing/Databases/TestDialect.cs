namespace Gateway.Testing.Databases;

/// <summary>The databases that the gateway works with.</summary>
public enum TestDialect
{
    /// <summary>A file of its own in a temporary folder; always there.</summary>
    Sqlite,

    /// <summary>A database of its own on the server that <see cref="SqlServerUnderTest"/> finds.</summary>
    SqlServer,
}
