using Gateway.Client.Watching.Alarms;
using Gateway.Client.Watching.Received;
using Gateway.Contracts.V1;
using Gateway.Evidence;

namespace Gateway.Client.Watching;

/// <summary>
/// Watches the evidence log of one gateway for the party that gets its answers: that each head it shows contains those
/// before and all evidence that was received, and cosigns what was checked. Used by one thread at a time.
/// </summary>
/// <param name="service">The gateway.</param>
/// <param name="answers">The list that <see cref="GatewayClientOptions.OnVerified"/> adds to. After a round, also one
/// that ended with an alarm, it has the answers that matter.</param>
/// <param name="verifier">Verifies heads.</param>
/// <param name="record">What is remembered of this gateway.</param>
/// <param name="witness">Cosigns; its key is that of the record.</param>
/// <param name="time">The clock.</param>
public sealed class LogMonitor(
    EvidenceService.EvidenceServiceClient service,
    IList<VerifiedAnswer> answers,
    BatchVerifier verifier,
    WatchRecord record,
    Cosigner witness,
    TimeProvider time)
{
    private readonly LogQuestions _questions = new(service, answers, verifier);

    /// <summary>
    /// One round: the logs and the newest head; that it contains the head before, or is of the log after it; all
    /// evidence below folders; the cosigned checkpoint. What was found counts also where a later step fails.
    /// </summary>
    /// <param name="received">Folders of evidence, kept as <c>--save</c> does.</param>
    /// <param name="cancellationToken">Stops before the next question.</param>
    /// <exception cref="LogAlarmException">The gateway contradicts what it signed. Both heads are in the
    /// record.</exception>
    /// <exception cref="EvidenceException">An answer or a head must not be believed.</exception>
    /// <exception cref="Grpc.Core.RpcException">There was no answer, or a refusal.</exception>
    /// <exception cref="IOException">The record could not be written.</exception>
    public async Task<WatchReport> RunAsync(
        IReadOnlyList<string> received, CancellationToken cancellationToken = default)
    {
        if (witness.Key != record.Witness)
            throw new InvalidOperationException($"The record has the cosignatures of {record.Witness}.");
        try
        {
            return await RoundAsync(received, cancellationToken).ConfigureAwait(false);
        }
        catch (LogSwitchedException e)
        {
            throw Kept(e.ToAlarm());
        }
        catch (LogAlarmException e)
        {
            throw Kept(e);
        }
    }

    private async Task<WatchReport> RoundAsync(
        IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        var previous = record.Newest;
        var log = new WatchedLog(_questions, record, time);
        await log.AdvanceAsync(cancellationToken).ConfigureAwait(false);
        var received = new ReceivedCheck(log, _questions, record, verifier, time);
        await received.RunAsync(folders, cancellationToken).ConfigureAwait(false);
        return new WatchReport
        {
            Time = time.GetUtcNow(),
            Previous = previous,
            Head = log.Head,
            Checked = received.Checked,
            CheckedBefore = received.CheckedBefore,
            OfOtherGateways = received.OfOtherGateways,
            Unprovable = received.Unprovable,
            FaultCount = received.FaultCount,
            Faults = received.Faults,
            Cosigned = received.FaultCount == 0 ? Cosign(log.Head) : null,
        };
    }

    private string Cosign(SignedHead head)
    {
        var now = time.GetUtcNow();
        return record.KeepCosigned(witness.Cosign(new SignedNote(head.Checkpoint.ToText(), []), now), now);
    }

    // An alarm is told also where it can't be kept.
    private LogAlarmException Kept(LogAlarmException alarm)
    {
        try
        {
            alarm.Folder = record.KeepAlarm(alarm.Alarm, time.GetUtcNow());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            alarm.Folder = "";
        }

        return alarm;
    }
}
