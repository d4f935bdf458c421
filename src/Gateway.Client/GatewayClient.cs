using Gateway.Client.Connection;
using Gateway.Client.Retries;
using Gateway.Client.Settlements;
using Gateway.Client.Verification;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Grpc.Core;

namespace Gateway.Client;

/// <summary>
/// A connection to the gateway whose answers are verified before the caller sees them. Thread-safe; one for the life of
/// a process.
/// </summary>
/// <remarks>
/// <para>A call ends in one of these ways, on unary and streaming methods alike:</para>
/// <list type="bullet">
/// <item>it returns: the answer's evidence was verified;</item>
/// <item><see cref="GatewayRefusedException"/>: the gateway refused or failed, and its evidence for that was
/// verified;</item>
/// <item><see cref="EvidenceException"/>: there was an answer, but it must not be believed; the exception says which
/// check failed;</item>
/// <item>any other <see cref="RpcException"/>: no answer, or only that the gateway could not sign one. The outcome is
/// unknown: a change may or may not have been made. Send the same request again with the same
/// <c>request_id</c>.</item>
/// </list>
/// <para>
/// gRPC itself sends a call again that ended with UNAVAILABLE (<see cref="RetryOptions"/>); what is told above is the
/// end of the last attempt. A refusal speaks of that attempt only. So where money is at stake settle with
/// <see cref="SettleAsync"/>, which goes on until it is certain what became of all attempts.
/// </para>
/// <para>
/// Messages of a response stream are handed out as they come and are provisional: what they say counts only once the
/// stream has ended without an exception. A stream that is given up before its end is not verified at all. Response
/// headers are not signed.
/// </para>
/// </remarks>
public sealed class GatewayClient : IDisposable
{
    private readonly GatewayChannels _channels;
    private readonly SettlementCalls _settlementCalls;
    private readonly SignerIssuers _issuers;

    private GatewayClient(GatewayClientOptions options)
    {
        _channels = new GatewayChannels(options);
        var settings = CallSettings.From(options);
        _issuers = new SignerIssuers(_channels.Single, settings.Verifier, options.TimeProvider);
        settings = settings with { LearnIssuers = _issuers.LearnAsync };
        var single = new VerifyingCallInvoker(_channels.Single, settings);
        _settlementCalls = new SettlementCalls(
            new SettlementService.SettlementServiceClient(single), AttemptLoop.From(options));
        var invoker = new VerifyingCallInvoker(_channels.Repeating, settings);
        CallInvoker = invoker;
        Fines = new FinesInquiryService.FinesInquiryServiceClient(invoker);
        Settlements = new SettlementService.SettlementServiceClient(invoker);
        Appeals = new AppealService.AppealServiceClient(invoker);
        Reviews = new AppealReviewService.AppealReviewServiceClient(invoker);
        Clearances = new ClearanceService.ClearanceServiceClient(invoker);
        Evidence = new EvidenceService.EvidenceServiceClient(invoker);
    }

    /// <summary>Inquiry about fines.</summary>
    public FinesInquiryService.FinesInquiryServiceClient Fines { get; }

    /// <summary>Settlement of fines, call by call. To take a payment use <see cref="SettleAsync"/>.</summary>
    public SettlementService.SettlementServiceClient Settlements { get; }

    /// <summary>Appeals, their documents and refunds.</summary>
    public AppealService.AppealServiceClient Appeals { get; }

    /// <summary>Review of appeals, for the prosecution.</summary>
    public AppealReviewService.AppealReviewServiceClient Reviews { get; }

    /// <summary>Clearance certificates, their pages, and the lists of those who check them without a network.</summary>
    public ClearanceService.ClearanceServiceClient Clearances { get; }

    /// <summary>Evidence, and the certificates that answers are signed with.</summary>
    public EvidenceService.EvidenceServiceClient Evidence { get; }

    /// <summary>What every call goes through; for services of the contract that have no property here.</summary>
    public CallInvoker CallInvoker { get; }

    /// <summary>Makes the clients. No connection is opened before the first call.</summary>
    /// <exception cref="ArgumentException">One or more options are missing or wrong; the message names all of
    /// them.</exception>
    public static GatewayClient Connect(GatewayClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new GatewayClient(options);
    }

    /// <summary>
    /// Settles fines, and does not stop at an unknown outcome. The same bytes are sent again, each time with a deadline,
    /// while there is no answer or one that leaves the outcome open, as often as <see cref="RetryOptions"/> says. If it
    /// is open even then, or an attempt is refused after another whose outcome is unknown, AbandonSettlement is called,
    /// and sent again by the same rules: it decides.
    /// </summary>
    /// <param name="request">What to settle; its <c>request_id</c> is chosen for it alone. It may be given again after a
    /// restart, or after an unknown outcome.</param>
    /// <param name="cancellationToken">Stops; what became of the request then is unknown.</param>
    /// <returns>The settlement; or that there never will be one.</returns>
    /// <exception cref="GatewayRefusedException">It was refused, and none of the attempts made here did anything. Of those
    /// before a restart or an unknown outcome it says nothing: then only <see cref="AbandonAsync"/> does.</exception>
    /// <exception cref="SettlementOutcomeUnknownException">Everything else, cancellation and answers whose evidence does
    /// not hold included: do not give the money back, ask again later.</exception>
    public Task<SettlementOutcome> SettleAsync(
        SettleFinesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _settlementCalls.SettleAsync(request, cancellationToken);
    }

    /// <summary>
    /// Finds out what became of a request to settle, and forbids it where nothing did; before money goes back. Sent
    /// again by the rules of <see cref="SettleAsync"/>.
    /// </summary>
    /// <param name="request">Names the request to settle, which may never have arrived.</param>
    /// <param name="cancellationToken">Stops; what became of the request stays unknown.</param>
    /// <returns>The settlement that the request made; or that it never will make one.</returns>
    /// <exception cref="SettlementOutcomeUnknownException">It could not be found out, or the question was
    /// refused.</exception>
    public Task<SettlementOutcome> AbandonAsync(
        AbandonSettlementRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _settlementCalls.AbandonAsync(request, cancellationToken);
    }

    /// <summary>Closes the connection. Calls under way end with <see cref="StatusCode.Cancelled"/>.</summary>
    public void Dispose()
    {
        _channels.Dispose();
        _issuers.Dispose();
    }
}
