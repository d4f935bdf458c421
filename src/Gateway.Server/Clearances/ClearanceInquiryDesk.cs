using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;

namespace Gateway.Server.Clearances;

/// <summary>Answers which certificates there are. Thread-safe.</summary>
internal sealed class ClearanceInquiryDesk(IProsecutionDatabase database, TimeProvider time)
{
    /// <summary>A certificate.</summary>
    /// <exception cref="RefusalException">CLEARANCE_UNKNOWN, also for one that the caller may not see.</exception>
    public async Task<ClearanceCertificate> FindAsync(
        ClearanceKey key, bool showNationalId, CancellationToken cancellationToken) =>
        (await ReadAsync(key, cancellationToken)).ToWire(time.GetUtcNow(), showNationalId);

    /// <summary>A certificate that counts, for its page.</summary>
    /// <exception cref="RefusalException">CLEARANCE_UNKNOWN, CLEARANCE_NOT_VALID.</exception>
    public async Task<ClearanceView> FindValidAsync(ClearanceKey key, CancellationToken cancellationToken)
    {
        var view = await ReadAsync(key, cancellationToken);
        ClearanceAccess.CheckValid(view.Certificate, time.GetUtcNow());
        return view;
    }

    private Task<ClearanceView> ReadAsync(ClearanceKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await ClearanceView.ReadAsync(
                session, await ClearanceAccess.FindAsync(session, key, cancellationToken), cancellationToken),
            cancellationToken);
}
