namespace Gateway.EvidenceLog;

/// <summary>The evidence of an answer, durable and signed. Batch and signature are shared by the answers of a batch;
/// don't write to the arrays.</summary>
/// <param name="Statement">The statement's line as it was given.</param>
/// <param name="Batch">The batch that has the statement's digest.</param>
/// <param name="Signature">Detached CMS SignedData over the batch, DER.</param>
public sealed record SealedAnswer(byte[] Statement, byte[] Batch, byte[] Signature);
