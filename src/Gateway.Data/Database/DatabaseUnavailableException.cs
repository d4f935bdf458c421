namespace Gateway.Data;

/// <summary>
/// The database itself failed: busy for too long, full, read-only, damaged, or it cannot be opened. The cause is in
/// <see cref="Exception.InnerException"/>, for the log only.
/// </summary>
public sealed class DatabaseUnavailableException : Exception
{
    private const string Text = "The prosecution's database does not answer.";

    /// <summary>Without a cause.</summary>
    public DatabaseUnavailableException()
        : base(Text)
    {
    }

    /// <summary>With a message of its own.</summary>
    public DatabaseUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With a cause and a message of its own.</summary>
    public DatabaseUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With a cause.</summary>
    public DatabaseUnavailableException(Exception innerException)
        : base(Text, innerException)
    {
    }

    /// <summary>
    /// Whether the failure came once COMMIT was under way, so that only the database knows whether it took place. False
    /// where the transaction surely left nothing.
    /// </summary>
    public bool IsCommitUnknown { get; init; }
}
