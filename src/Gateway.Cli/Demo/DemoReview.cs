using Gateway.Cli.Appeals;
using Gateway.Cli.Connection;
using Gateway.Contracts.V1;
using Google.Protobuf;

namespace Gateway.Cli.Demo;

/// <summary>The steps of the prosecution, and of the citizen in between, who gets an SMS at each stage.</summary>
internal sealed class DemoReview(
    GatewaySession session, GatewaySession reviewer, DemoJournal journal, Appeal submitted)
{
    // A picture of one white point.
    private static readonly byte[] Photograph = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==");

    private Appeal _appeal = submitted;

    /// <summary>Takes the steps.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await journal.StepAsync("The prosecution finds it among the open appeals", () => QueueAsync(stop));
        await journal.StepAsync("It is received", () => AdvanceAsync(AppealStage.Received, "", stop));
        await journal.StepAsync("It is under review", () => AdvanceAsync(AppealStage.UnderReview, "", stop));
        await journal.StepAsync(
            "A document is asked for",
            () => AdvanceAsync(AppealStage.DocumentsRequested, "A photograph of the vehicle, please.", stop));
        await journal.StepAsync("The citizen hands it in at the counter", () => AttachAsync(stop));
        await journal.StepAsync("The review goes on", () => AdvanceAsync(AppealStage.UnderReview, "", stop));
        await journal.StepAsync("The appeal is decided", () => DecideAsync(stop));
        await journal.StepAsync("A decision is the end: another move is refused", () => AdvanceTooLateAsync(stop));
    }

    private async Task<string> QueueAsync(CancellationToken stop)
    {
        const int most = 10_000;
        var queue = await AppealPages.ListAsync(reviewer, new ListOpenAppealsRequest(), most, stop);
        var found = queue.Appeals.FirstOrDefault(appeal => appeal.AppealNumber == _appeal.AppealNumber);
        DemoException.Unless(found is { Stage: AppealStage.Submitted }, "It is not among the open appeals.");
        return $"{queue.OpenCount} open, {queue.OverdueCount} overdue; this one is "
            + AppealText.Due(found!.DueTime, session.Time.GetUtcNow());
    }

    private async Task<string> AdvanceAsync(AppealStage stage, string note, CancellationToken stop)
    {
        var answer = await reviewer.Client.Reviews.AdvanceAppealAsync(Move(stage, note), cancellationToken: stop);
        DemoException.Unless(answer.Appeal.Stage == stage, "The appeal is at another stage.");
        _appeal = await DemoSms.SentAsync(session, answer.Appeal, stop);
        return $"{AppealText.Of(_appeal.Stage)}{(note.Length > 0 ? $": {note}" : "")}\n{DemoSms.Text(_appeal)}";
    }

    private async Task<string> AttachAsync(CancellationToken stop)
    {
        var request = new AddAppealDocumentRequest
        {
            RequestId = session.NewRequestId(),
            Counter = session.Counter,
            AppealNumber = _appeal.AppealNumber,
            Title = "Photograph",
            Type = AppealDocumentType.Png,
            Content = ByteString.CopyFrom(Photograph),
        };
        var added = await session.Client.Appeals.AddAppealDocumentAsync(request, cancellationToken: stop);
        var question = new GetAppealDocumentRequest
        {
            AppealNumber = _appeal.AppealNumber,
            DocumentNumber = added.Document.DocumentNumber,
        };
        var received = await ReceivedDocument.ReadAsync(reviewer, question, stop);
        DemoException.Unless(
            received.Content.AsSpan().SequenceEqual(Photograph), "The prosecution reads another document.");
        _appeal = await DemoSms.SentAsync(session, _appeal, stop);
        return $"{EnumWords.Of(received.Document.Type)}, {AppealText.Size(received.Document.SizeBytes)}, read by the "
            + $"prosecution, SHA-256 {received.Document.Sha256}";
    }

    private async Task<string> DecideAsync(CancellationToken stop)
    {
        var request = new DecideAppealRequest
        {
            RequestId = reviewer.NewRequestId(),
            AppealNumber = _appeal.AppealNumber,
            Etag = _appeal.Etag,
            Decisions = { _appeal.Items.Select(Decision) },
        };
        var answer = await reviewer.Client.Reviews.DecideAppealAsync(request, cancellationToken: stop);
        DemoException.Unless(answer.Appeal.Stage == AppealStage.Decided, "The appeal is not decided.");
        _appeal = await DemoSms.SentAsync(session, answer.Appeal, stop);
        var decisions = _appeal.Items.Select(item => $"{item.FineNumber} {AppealText.Decision(item)}");
        return $"{string.Join("; ", decisions)}\n{DemoSms.Text(_appeal)}";
    }

    // What was paid goes back, and the fee with it; of the other fine the contested part is taken off.
    private static AppealItemDecision Decision(AppealItem item) => item.Paid
        ? new AppealItemDecision
        {
            FineNumber = item.FineNumber,
            Decision = AppealDecision.Cancelled,
            WronglyRecorded = true,
            Reason = "The photograph shows another vehicle.",
        }
        : new AppealItemDecision
        {
            FineNumber = item.FineNumber,
            Decision = AppealDecision.Reduced,
            NewAmount = Egp.Of(item.Amount.DecimalValue - item.ContestedAmount.DecimalValue),
            Reason = "The least that the law allows for a first time.",
        };

    private Task<string> AdvanceTooLateAsync(CancellationToken stop) => DemoRefusal.SeenAsync(
        () => reviewer.Client.Reviews.AdvanceAppealAsync(
            Move(AppealStage.UnderReview, note: ""), cancellationToken: stop),
        "APPEAL_STAGE_CONFLICT");

    private AdvanceAppealRequest Move(AppealStage stage, string note) => new()
    {
        RequestId = reviewer.NewRequestId(),
        AppealNumber = _appeal.AppealNumber,
        Etag = _appeal.Etag,
        Stage = stage,
        PublicNote = note,
    };
}
