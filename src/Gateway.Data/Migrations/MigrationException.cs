namespace Gateway.Data;

/// <summary>The schema could not be brought up to date. The message names the script.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>Without a cause.</summary>
    public MigrationException()
    {
    }

    /// <summary>With a message.</summary>
    public MigrationException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public MigrationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
