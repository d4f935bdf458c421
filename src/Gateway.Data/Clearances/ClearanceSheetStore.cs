namespace Gateway.Data;

/// <summary>
/// Sheets of security paper that certificates are printed on. Lives as long as its session; not thread-safe.
/// </summary>
public sealed class ClearanceSheetStore(DatabaseSession session)
{
    /// <summary>Adds a sheet to a certificate.</summary>
    /// <exception cref="DuplicateRowException">From the transaction: its serial number, identifier, position, or caller
    /// and request id are in use.</exception>
    public Task InsertAsync(long certificateId, NewClearanceSheet sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return session.ExecuteAsync(
            StatementName.ClearanceSheetInsert,
            new
            {
                CertificateId = certificateId,
                sheet.SheetNumber,
                SheetSerial = SqlText.Ansi(sheet.SheetSerial, ColumnLength.SheetSerial),
                CredentialId = new DbBinary(sheet.CredentialId, ColumnLength.CredentialId),
                QrText = SqlText.Ansi(sheet.QrText, ColumnLength.QrText),
                Caller = SqlText.Ansi(sheet.Caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(sheet.RequestId, ColumnLength.RequestId),
                PrintTime = new DbTime(sheet.PrintTime),
                ReprintReason = (int?)sheet.ReprintReason,
            },
            cancellationToken);
    }

    /// <summary>Whether a certificate was printed on this sheet.</summary>
    public async Task<bool> SerialExistsAsync(string sheetSerial, CancellationToken cancellationToken) =>
        await session.GetAsync<long>(
            StatementName.ClearanceSheetExists,
            new { SheetSerial = SqlText.Ansi(sheetSerial, ColumnLength.SheetSerial) },
            cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>The sheets of a certificate, the current one last.</summary>
    public async Task<IReadOnlyList<ClearanceSheetRecord>> ListAsync(
        long certificateId, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<ClearanceSheetRow>(
            StatementName.ClearanceSheetList, new { CertificateId = certificateId }, cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Number of the certificate whose code has this identifier; null where there is none.</summary>
    public Task<string?> FindCertificateNumberAsync(
        ReadOnlyMemory<byte> credentialId, CancellationToken cancellationToken) =>
        session.FindAsync<string>(
            StatementName.ClearanceNumberOfCredential,
            new { CredentialId = new DbBinary(credentialId, ColumnLength.CredentialId) },
            cancellationToken);
}
