using Gateway.Contracts.V1;

namespace Gateway.Server.Callers;

/// <summary>Who calls.</summary>
/// <param name="Id">SPIFFE id of the caller's certificate.</param>
/// <param name="Role">The part it plays.</param>
/// <param name="BranchCode">The branch that a <see cref="Role.Branch"/> is; else empty.</param>
/// <param name="CounterCode">The counter, where the certificate is that of one counter; else empty.</param>
internal sealed record Caller(SpiffeId Id, Role Role, string BranchCode, string CounterCode);
