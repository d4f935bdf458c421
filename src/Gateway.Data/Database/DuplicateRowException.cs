namespace Gateway.Data;

/// <summary>
/// A unique index refused a row; nothing of the transaction was kept. Another call was faster: read again, and the
/// reads now tell why.
/// </summary>
public sealed class DuplicateRowException : Exception
{
    private const string Text = "A row with this key exists already.";

    /// <summary>Without a cause.</summary>
    public DuplicateRowException()
        : base(Text)
    {
    }

    /// <summary>With a message of its own.</summary>
    public DuplicateRowException(string message)
        : base(message)
    {
    }

    /// <summary>With a cause and a message of its own.</summary>
    public DuplicateRowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With a cause.</summary>
    public DuplicateRowException(Exception innerException)
        : base(Text, innerException)
    {
    }
}
