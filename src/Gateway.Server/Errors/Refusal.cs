using Gateway.Contracts.V1;
using Google.Rpc;

namespace Gateway.Server.Errors;

/// <summary>Why a call is not carried out, as its caller will read it. Immutable once built.</summary>
internal sealed record Refusal(ErrorReason Reason)
{
    /// <summary>Domain of every ErrorInfo.</summary>
    public const string Domain = "traffic.gateway";

    /// <summary>Every wrong field.</summary>
    public IReadOnlyList<BadRequest.Types.FieldViolation> Fields { get; init; } = [];

    /// <summary>What stands in the way: type, subject (a fine's number, say) and description.</summary>
    public IReadOnlyList<PreconditionFailure.Types.Violation> Preconditions { get; init; } = [];

    /// <summary>Values for ErrorInfo's metadata. Nothing personal.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>When to try again, where that helps.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Code and fixed sentence of the reason.</summary>
    public ReasonText Text => ReasonTexts.Of(Reason);

    /// <summary>The reason as it is sent: <c>UPPER_SNAKE</c> without the enum's prefix.</summary>
    public string ReasonName => ReasonTexts.NameOf(Reason);

    /// <summary>The refusal's exception.</summary>
    public RefusalException ToException() => new(this);
}

/// <summary>Carries a refusal to the one place where failures become statuses.</summary>
internal sealed class RefusalException(Refusal refusal) : Exception(refusal.Text.Sentence)
{
    /// <summary>The refusal.</summary>
    public Refusal Refusal { get; } = refusal;
}
