namespace Gateway.Data;

/// <summary>Names of statements that only SQLite has; see <see cref="StatementName"/>.</summary>
internal static class SqliteStatementName
{
    public const string SampleLoadBegin = "sample_load_begin";
    public const string SampleLoadEnd = "sample_load_end";
}
