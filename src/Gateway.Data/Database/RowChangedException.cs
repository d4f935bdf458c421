namespace Gateway.Data;

/// <summary>
/// A row was changed beside the transaction since it was read; nothing of the transaction was kept. It is run again, and
/// the reads tell how the row is now.
/// </summary>
public sealed class RowChangedException : Exception
{
    private const string Text = "A row was changed since it was read.";

    /// <summary>Without a cause.</summary>
    public RowChangedException()
        : base(Text)
    {
    }

    /// <summary>With a message of its own.</summary>
    public RowChangedException(string message)
        : base(message)
    {
    }

    /// <summary>With a cause and a message of its own.</summary>
    public RowChangedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
