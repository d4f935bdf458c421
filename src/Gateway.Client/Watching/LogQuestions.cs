using System.Globalization;
using Gateway.Client.Watching.Alarms;
using Gateway.Contracts.V1;
using Gateway.Evidence;

namespace Gateway.Client.Watching;

/// <summary>What a monitor asks a gateway.</summary>
/// <param name="service">The gateway.</param>
/// <param name="answers">Gets each verified answer; those that only prove what was expected are taken out.</param>
/// <param name="verifier">Verifies heads.</param>
internal sealed class LogQuestions(
    EvidenceService.EvidenceServiceClient service, IList<VerifiedAnswer> answers, BatchVerifier verifier)
{
    private const string TreeSizeUnknown = "TREE_SIZE_UNKNOWN";
    private const string EvidenceLogUnknown = "EVIDENCE_LOG_UNKNOWN";

    /// <summary>Asks for logs and newest head.</summary>
    /// <exception cref="LogAlarmException">It says that it has none.</exception>
    /// <exception cref="LogSwitchedException">The two answers are of different logs.</exception>
    public async Task<LogView> LookAsync(CancellationToken cancellationToken)
    {
        answers.Clear();
        var logs = await service.ListLogsAsync(new ListLogsRequest(), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        var answer = SignedHead.Of(answers[^1].Evidence);
        try
        {
            var checkpoint = await service
                .GetCheckpointAsync(new GetCheckpointRequest(), cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            var batch = checkpoint.Batch ?? new SignedBatch();
            var head = SignedHead.Verify(verifier, batch.Batch.ToByteArray(), batch.Signature.ToByteArray());
            if (logs.Logs.Where(log => log.IsLocal).Select(log => log.Origin).Append(answer.Origin)
                .Any(origin => origin != head.Origin))
                throw new LogSwitchedException(answer, head);
            return new LogView(logs.Logs, answer, head);
        }
        catch (GatewayRefusedException e) when (e.Reason == TreeSizeUnknown)
        {
            throw Alarm(
                LogAlarmKind.OlderHead, "The gateway says that its log is empty.", answer, "an answer",
                SignedHead.Of(e.Evidence));
        }
    }

    /// <summary>Has the gateway prove that a head contains another of the same log.</summary>
    /// <param name="older">The other.</param>
    /// <param name="source">Where that one is from.</param>
    /// <param name="newer">The head that the gateway showed.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="LogAlarmException">It does not.</exception>
    /// <exception cref="LogSwitchedException">The gateway has another log now.</exception>
    public async Task RequireContainedAsync(
        SignedHead older, string source, SignedHead newer, CancellationToken cancellationToken)
    {
        if (older.Size > newer.Size)
        {
            throw Alarm(
                LogAlarmKind.OlderHead, "The gateway's log is older than what it signed.", older, source, newer);
        }

        if (older.IsSameAs(newer))
            return;
        if (older.Size == newer.Size)
            throw Alarm(LogAlarmKind.Fork, "The gateway signed two heads of one size.", older, source, newer);
        var proof = await ProofAsync(older, source, newer, cancellationToken).ConfigureAwait(false);
        var path = proof.Path.Select(hash => hash.ToByteArray()).ToList();
        if (proof.SecondSize != newer.Size
            || !TreeProofs.VerifyConsistency(older.Size, older.Root, newer.Size, newer.Root, path))
        {
            throw Alarm(
                LogAlarmKind.Fork, "The gateway's log does not contain what it signed.", older, source, newer, path);
        }

        // Else it would be kept with an alarm about something else.
        answers.RemoveAt(answers.Count - 1);
    }

    private async Task<GetConsistencyProofResponse> ProofAsync(
        SignedHead older, string source, SignedHead newer, CancellationToken cancellationToken)
    {
        var request = new GetConsistencyProofRequest
        {
            Origin = newer.Origin,
            FirstSize = older.Size,
            SecondSize = newer.Size,
        };
        try
        {
            return await service.GetConsistencyProofAsync(request, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        }
        catch (GatewayRefusedException e) when (e.Reason == EvidenceLogUnknown)
        {
            throw new LogSwitchedException(newer, SignedHead.Of(e.Evidence));
        }
        catch (GatewayRefusedException e) when (e.Reason == TreeSizeUnknown)
        {
            var size = e.Values.GetValueOrDefault("size", "?");
            throw Alarm(
                LogAlarmKind.OlderHead,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The gateway showed a head of size {newer.Size}, and then says that its log has size {size}."),
                older,
                source,
                newer);
        }
    }

    private static LogAlarmException Alarm(
        LogAlarmKind kind, string problem, SignedHead known, string source, SignedHead shown,
        IReadOnlyList<byte[]>? proof = null) =>
        new(new LogAlarm(kind, problem, known, source, shown, proof));
}
