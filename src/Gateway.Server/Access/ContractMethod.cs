using Gateway.Contracts.V1;

namespace Gateway.Server.Access;

/// <summary>What the contract says of one method.</summary>
/// <param name="Path"><c>/package.Service/Method</c>.</param>
/// <param name="Grants">Whose records each role reaches.</param>
/// <param name="Idempotency">What makes a repeated call harmless.</param>
internal sealed record ContractMethod(string Path, IReadOnlyDictionary<Role, Scope> Grants, Idempotency Idempotency);
