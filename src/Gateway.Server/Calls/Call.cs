using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Server.Callers;
using Grpc.Core;

namespace Gateway.Server.Calls;

/// <summary>
/// One call on its way through the pipeline: what is known of it, and how it ended. Set by one middleware after the
/// other; only <see cref="Conclude"/> is called from several threads (a deadline passes while a handler runs).
/// </summary>
internal sealed class Call
{
    private CallOutcome? _outcome;

    /// <summary>Identifier of the call, UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Path of the request: <c>/package.Service/Method</c>, or whatever the peer sent.</summary>
    public required string Path { get; init; }

    /// <summary>The method that the path names; null where there is none.</summary>
    public required IMethod? Method { get; init; }

    /// <summary>Whether any authenticated caller may call: health checks and reflection.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Whether the answer is signed and logged: every answer but those of open services.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>The caller's nonce, lower-case hex; empty where it sent none.</summary>
    public required string Nonce { get; init; }

    /// <summary>When the answer is due.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Cancelled when the caller is gone.</summary>
    public required CancellationToken Aborted { get; init; }

    /// <summary>What the connection's certificate says.</summary>
    public required CallerIdentity Identity { get; init; }

    /// <summary>Digests of the request messages as they came.</summary>
    public MessageDigester RequestDigest { get; } = new();

    /// <summary>The one request message of a call that is no stream, as it came; else null.</summary>
    public ReadOnlyMemory<byte>? RequestMessage { get; set; }

    /// <summary>The caller, once it is known that it may come in.</summary>
    public Caller? Caller { get; set; }

    /// <summary>What was wrong with the request's bytes before anything else was looked at.</summary>
    public IntakeFault IntakeFault { get; set; }

    /// <summary>Whether a handler was entered, that is: whether a request could be parsed.</summary>
    public bool HandlerEntered { get; set; }

    /// <summary>Whether a message of the caller's stream could not be read.</summary>
    public bool RequestFault { get; set; }

    /// <summary>What the handler threw.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The line that an inquiry leaves: who asked about whom.</summary>
    public AuditLine? Audit { get; set; }

    /// <summary>How the call ended; null while it is under way.</summary>
    public CallOutcome? Outcome => _outcome;

    /// <summary>Whether the caller is gone.</summary>
    public bool IsAborted => Aborted.IsCancellationRequested;

    /// <summary>Whether the answer is overdue.</summary>
    public bool DeadlineHasPassed => Time.GetUtcNow() >= Deadline;

    /// <summary>Settles how the call ended. The first outcome stands.</summary>
    public void Conclude(CallOutcome outcome) => Interlocked.CompareExchange(ref _outcome, outcome, null);
}
