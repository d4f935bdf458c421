using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Gateway.Server.Settlements;

namespace Gateway.Server.Clearances;

/// <summary>
/// Issues certificates, where nothing is outstanding, with the subject held (law 6), and prints them again.
/// Thread-safe.
/// </summary>
internal sealed class ClearanceDesk(
    RequestOnce once, BusinessCalendar calendar, ClearanceCodes codes, ClearanceOptions options, TimeProvider time)
{
    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, SUBJECT_UNKNOWN, FINES_OUTSTANDING, SHEET_USED.
    /// Nothing is changed then.
    /// </exception>
    public Task<IssueClearanceCertificateResponse> IssueAsync(IssueOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            var subjects = new SubjectStore(session);
            var subject = await subjects.FindAsync(order.Subject, cancellationToken)
                ?? throw new Refusal(ErrorReason.SubjectUnknown).ToException();
            await subjects.LockAsync(subject.Key, cancellationToken);

            // Before what is outstanding is read: a fine that is recorded from now on is one that came later.
            var now = Milliseconds.Of(time.GetUtcNow());
            CheckNothingOutstanding(await new FineStore(session).ListUnpaidAsync(subject.Key, cancellationToken));
            await CheckSheetAsync(session, order.SheetSerial, cancellationToken);

            var certificates = new ClearanceStore(session);
            var number = await NewRecordNumber.DrawAsync(
                calendar.BusinessDate(now), drawn => certificates.NumberExistsAsync(drawn, cancellationToken));
            var details = Certificate(
                order, subject, number, now, await certificates.LastSettlementAsync(subject.Key, cancellationToken));
            var id = await certificates.InsertAsync(details, cancellationToken);
            var certificate = new ClearanceRecord(id, details, Revocation: null);
            var sheet = codes.FirstSheet(order, certificate, subject, now);
            await new ClearanceSheetStore(session).InsertAsync(id, sheet, cancellationToken);
            return new IssueClearanceCertificateResponse
            {
                Certificate = new ClearanceView(certificate, subject, [new ClearanceSheetRecord(sheet, null, null)])
                    .ToWire(now, showNationalId: false),
            };
        }, cancellationToken);

    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, CLEARANCE_UNKNOWN, CLEARANCE_NOT_VALID, SHEET_USED.
    /// Nothing is changed then.
    /// </exception>
    public Task<ReprintClearanceCertificateResponse> ReprintAsync(
        ReprintOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            var certificate = await ClearanceAccess.HoldAsync(session, order.Key, cancellationToken);
            var now = Milliseconds.Of(time.GetUtcNow());
            ClearanceAccess.CheckValid(certificate, now);
            await CheckSheetAsync(session, order.SheetSerial, cancellationToken);

            var before = await ClearanceView.ReadAsync(session, certificate, cancellationToken);
            await RevokedCodes.SupersedeAsync(session, certificate, before.Sheets[^1], now, cancellationToken);
            await new ClearanceSheetStore(session).InsertAsync(
                certificate.Id, codes.NextSheet(order, before, now), cancellationToken);
            var after = await ClearanceView.ReadAsync(session, certificate, cancellationToken);
            return new ReprintClearanceCertificateResponse { Certificate = after.ToWire(now, showNationalId: false) };
        }, cancellationToken);

    private NewClearance Certificate(
        IssueOrder order, SubjectRecord subject, string number, DateTimeOffset now, long? lastSettlement) => new()
        {
            CertificateNumber = number,
            Caller = order.Request.Caller,
            RequestId = order.Request.RequestId,
            BranchCode = order.Counter.BranchCode,
            CounterCode = order.Counter.CounterCode,
            TellerCode = order.Counter.TellerCode,
            Subject = subject.Key,
            HolderName = subject.Holder,
            HolderNationalId = subject.HolderId,
            LastSettlementId = lastSettlement,
            AsOfTime = now,
            ExpireTime = ClearanceCodes.WholeSeconds(now) + ClearanceCodes.WholeSeconds(options.Validity),
        };

    private static async Task CheckSheetAsync(
        DatabaseSession session, string sheetSerial, CancellationToken cancellationToken)
    {
        if (await new ClearanceSheetStore(session).SerialExistsAsync(sheetSerial, cancellationToken))
            throw new Refusal(ErrorReason.SheetUsed).ToException();
    }

    private static void CheckNothingOutstanding(IReadOnlyList<UnpaidFine> fines)
    {
        if (fines.Count == 0)
            return;

        throw new Refusal(ErrorReason.FinesOutstanding)
        {
            Metadata = new Dictionary<string, string>
            {
                ["unpaid_count"] = fines.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["unpaid_total"] = fines.Aggregate(Money.Zero, (sum, fine) => sum + fine.Due).ToString(),
            },
            Preconditions = [.. fines.Select(fine => FineStates.Violation(
                "FINE_STATUS", fine.FineNumber, $"It is {FineStates.NameOf(fine.Status)}, {fine.Due} EGP."))],
        }.ToException();
    }
}
