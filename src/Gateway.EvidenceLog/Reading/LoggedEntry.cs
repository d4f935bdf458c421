namespace Gateway.EvidenceLog;

/// <summary>An entry of the log.</summary>
/// <param name="Position">Its position from 0.</param>
/// <param name="Digest">SHA-256 of the statement, 32 bytes.</param>
/// <param name="CallId">The call's id; null once the statement was removed.</param>
/// <param name="Statement">The statement's line; null once it was removed.</param>
public sealed record LoggedEntry(long Position, byte[] Digest, Guid? CallId, byte[]? Statement);

/// <summary>A batch of the log.</summary>
/// <param name="Size">Size of the log with it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Signature">Detached CMS SignedData over the text, DER.</param>
public sealed record LoggedBatch(long Size, byte[] Text, byte[] Signature);

/// <summary>An audit line of the log.</summary>
/// <param name="Position">Position of the entry it belongs to.</param>
/// <param name="SealTime">When it was sealed, to the millisecond, UTC.</param>
/// <param name="Line">Who asked about whom.</param>
public sealed record LoggedAuditLine(long Position, DateTimeOffset SealTime, AuditLine Line);
