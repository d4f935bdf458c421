namespace Gateway.Data;

/// <summary>Documents of appeals. Lives as long as its session; not thread-safe.</summary>
public sealed class AppealDocumentStore(DatabaseSession session)
{
    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">The digest has not 32 bytes.</exception>
    /// <exception cref="DuplicateRowException">From the transaction: the appeal has a document of this number or
    /// content.</exception>
    public Task InsertAsync(NewAppealDocument added, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(added);
        var document = added.Document;
        if (document.Sha256.Length != ColumnLength.Sha256)
            throw new ArgumentException("A SHA-256 digest has 32 bytes.", nameof(added));
        return session.ExecuteAsync(
            StatementName.AppealDocumentInsert,
            new
            {
                added.AppealId,
                document.DocumentNumber,
                Title = SqlText.Unicode(document.Title, ColumnLength.DocumentTitle),
                Type = (int)document.Type,
                document.SizeBytes,
                Sha256 = DbBinary.Fixed(document.Sha256, ColumnLength.Sha256),
                Content = new DbBinary(added.Content),
                Caller = SqlText.Ansi(added.Caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(added.RequestId, ColumnLength.RequestId),
                AddTime = new DbTime(document.AddTime),
            },
            cancellationToken);
    }

    /// <summary>The documents of an appeal by number, without their content.</summary>
    public async Task<IReadOnlyList<AppealDocumentRecord>> ListAsync(
        long appealId, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<AppealDocumentRow>(
            StatementName.AppealDocumentList, new { AppealId = appealId }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>How many documents an appeal has.</summary>
    public async Task<int> CountAsync(long appealId, CancellationToken cancellationToken) =>
        (int)await session.GetAsync<long>(
            StatementName.AppealDocumentCount, new { AppealId = appealId }, cancellationToken).ConfigureAwait(false);

    /// <summary>The content of a document; null where there is none of this number.</summary>
    public Task<byte[]?> FindContentAsync(long appealId, int documentNumber, CancellationToken cancellationToken) =>
        session.FindAsync<byte[]>(
            StatementName.AppealDocumentContent,
            new { AppealId = appealId, DocumentNumber = documentNumber },
            cancellationToken);
}
