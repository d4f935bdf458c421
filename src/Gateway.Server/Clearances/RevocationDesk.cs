using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.Clearances;

/// <summary>Revokes certificates, and tells verifiers which codes no longer count. Thread-safe.</summary>
internal sealed class RevocationDesk(
    IProsecutionDatabase database, RequestOnce once, ClearanceCodes codes, ClearanceOptions options, TimeProvider time)
{
    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, CLEARANCE_UNKNOWN, CLEARANCE_NOT_VALID. Nothing is
    /// changed then.
    /// </exception>
    public Task<RevokeClearanceCertificateResponse> RevokeAsync(
        RevokeOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            var key = new ClearanceKey(order.CertificateNumber, OnlyBranch: null);
            var certificate = await ClearanceAccess.HoldAsync(session, key, cancellationToken);
            var now = Milliseconds.Of(time.GetUtcNow());
            ClearanceAccess.CheckValid(certificate, now);

            var revocation = new Data.ClearanceRevocation(order.Reason, order.Note, order.Request.Caller, now);
            await RevokedCodes.RevokeAsync(session, certificate, revocation, cancellationToken);
            var view = await ClearanceView.ReadAsync(
                session, certificate with { Revocation = revocation }, cancellationToken);
            return new RevokeClearanceCertificateResponse { Certificate = view.ToWire(now, showNationalId: true) };
        }, cancellationToken);

    /// <summary>The codes behind a cursor.</summary>
    public Task<ListClearanceRevocationsResponse> ListAsync(
        RevocationQuestion question, CancellationToken cancellationToken) =>
        database.ReadAsync(async session =>
        {
            var found = await new ClearanceRevocationStore(session).ListAsync(
                question.AfterId, question.Limit + 1, cancellationToken);
            var page = found.Take(question.Limit).ToList();
            return new ListClearanceRevocationsResponse
            {
                Revocations = { page.Select(ClearanceMapping.ToWire) },
                NextCursor = page.Count > 0 ? page[^1].Id : question.AfterId,
                HasMore = found.Count > page.Count,
            };
        }, cancellationToken);

    /// <summary>The two files of a verifier without a network, the revocation list as of now.</summary>
    public Task<GetClearanceVerifierListsResponse> ListsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async session =>
        {
            var now = ClearanceCodes.WholeSeconds(time.GetUtcNow());
            var expire = now + ClearanceCodes.WholeSeconds(options.RevocationListValidity);
            var revocations = new ClearanceRevocationStore(session);
            var number = await revocations.LastIdAsync(cancellationToken);
            var list = codes.SignRevocations(
                number, now, expire, await revocations.ListCurrentAsync(now, cancellationToken));
            var trust = codes.Trust;
            return new GetClearanceVerifierListsResponse
            {
                TrustList = ByteString.CopyFrom(trust.File.Span),
                TrustListExpireTime = Timestamp.FromDateTimeOffset(trust.List.ExpireTime),
                RevocationList = ByteString.CopyFrom(list),
                RevocationListExpireTime = Timestamp.FromDateTimeOffset(expire),
                RevocationListNumber = number,
            };
        }, cancellationToken);
}
