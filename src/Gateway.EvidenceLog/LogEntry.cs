using System.Security.Cryptography.X509Certificates;

namespace Gateway.EvidenceLog;

/// <summary>What is sealed of a call.</summary>
/// <param name="Statement">The statement's line. It is kept, not copied.</param>
/// <param name="CallId">The call's id, under which the statement is found again; null where it is of no call.</param>
/// <param name="CallerCertificate">The certificate that the call was made with; kept for ever when first seen.</param>
/// <param name="Audit">Who asked about whom; null where the call asked about nobody.</param>
public sealed record LogEntry(byte[] Statement, Guid? CallId, X509Certificate2? CallerCertificate, AuditLine? Audit);
