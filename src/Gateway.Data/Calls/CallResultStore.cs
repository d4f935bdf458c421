namespace Gateway.Data;

/// <summary>Answers that retries get again. Lives as long as its session; not thread-safe.</summary>
public sealed class CallResultStore(DatabaseSession session)
{
    /// <summary>The answer to this request of this caller; null where there is none.</summary>
    public Task<CallResult?> FindAsync(string caller, string requestId, CancellationToken cancellationToken) =>
        FindAsync(StatementName.CallResultFind, caller, requestId, cancellationToken);

    /// <summary>
    /// The answer to this request of this caller; null where there is none. Holds the request until the transaction
    /// ends, so that the same request, sent twice, waits for its own first run; within a write transaction only, and
    /// before any other lock.
    /// </summary>
    public Task<CallResult?> HoldAsync(string caller, string requestId, CancellationToken cancellationToken) =>
        FindAsync(StatementName.CallResultHold, caller, requestId, cancellationToken);

    /// <summary>Keeps an answer.</summary>
    /// <exception cref="ArgumentException">The digest has not 32 bytes.</exception>
    /// <exception cref="DuplicateRowException">From the transaction: this caller used the request id
    /// before.</exception>
    public Task InsertAsync(CallResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.RequestSha256.Length != ColumnLength.Sha256)
            throw new ArgumentException("A SHA-256 digest has 32 bytes.", nameof(result));
        return session.ExecuteAsync(
            StatementName.CallResultInsert,
            new
            {
                Caller = SqlText.Ansi(result.Caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(result.RequestId, ColumnLength.RequestId),
                Method = SqlText.Ansi(result.Method, ColumnLength.Method),
                RequestSha256 = DbBinary.Fixed(result.RequestSha256, ColumnLength.Sha256),
                Request = new DbBinary(result.Request),
                Response = new DbBinary(result.Response),
                CallId = SqlText.Ansi(result.CallId.ToString("D"), ColumnLength.CallId),
                CreateTime = new DbTime(result.CreateTime),
                State = (int)result.State,
            },
            cancellationToken);
    }

    private async Task<CallResult?> FindAsync(
        string statement, string caller, string requestId, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<CallResultRow>(
            statement,
            new
            {
                Caller = SqlText.Ansi(caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(requestId, ColumnLength.RequestId),
            },
            cancellationToken).ConfigureAwait(false);
        return row?.ToRecord();
    }
}
