using Gateway.Contracts.V1;
using Gateway.Evidence;

namespace Gateway.Client.Watching;

/// <summary>What a gateway shows of its logs at one time.</summary>
/// <param name="Logs">The logs that it lists.</param>
/// <param name="Answer">The head that the answer with the list came with; older than the next.</param>
/// <param name="Head">The newest head, verified.</param>
internal sealed record LogView(IReadOnlyCollection<EvidenceLogHead> Logs, SignedHead Answer, SignedHead Head);
