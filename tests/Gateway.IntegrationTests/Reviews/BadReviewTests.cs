using Gateway.Contracts.V1;
using Gateway.IntegrationTests.Appeals;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Reviews;

/// <summary>
/// Wrong requests of the review by name: which reason each is refused with, and which field it names.
/// </summary>
public sealed class BadReviewTests(BadAppealGateway shared) : IClassFixture<BadAppealGateway>
{
    private const string Fields = "INVALID_FIELDS";

    public static TheoryData<string, string, Action<AdvanceAppealRequest>> WrongMoves => new()
    {
        { "request id missing", "request_id", r => r.RequestId = "" },
        { "check digit wrong", "appeal_number", r => r.AppealNumber = "123456789012345" },
        { "etag missing", "etag", r => r.Etag = "" },
        { "etag in upper case", "etag", r => r.Etag = "ABCDEF0123456789" },
        { "stage missing", "stage", r => r.Stage = AppealStage.Unspecified },
        { "decided by a move", "stage", r => r.Stage = AppealStage.Decided },
        { "withdrawn by a move", "stage", r => r.Stage = AppealStage.Withdrawn },
        { "back to the beginning", "stage", r => r.Stage = AppealStage.Submitted },
        { "documents requested, none named", "public_note", r => r.PublicNote = "" },
        { "note of 301 characters", "public_note", r => r.PublicNote = new string('a', 301) },
        { "control in the note", "public_note", r => r.PublicNote = "Bring\u001b[2J it" },
    };

    public static TheoryData<string, string, string, Action<DecideAppealRequest>> WrongDecisions => new()
    {
        { "request id missing", Fields, "request_id", r => r.RequestId = "" },
        { "number missing", Fields, "appeal_number", r => r.AppealNumber = "" },
        { "etag missing", Fields, "etag", r => r.Etag = "" },
        { "no decisions", Fields, "decisions", r => r.Decisions.Clear() },
        { "a fine twice", Fields, "decisions[1].fine_number", r => r.Decisions.Add(r.Decisions[0].Clone()) },
        { "number of a fine wrong", Fields, "decisions[0].fine_number", r => r.Decisions[0].FineNumber = "" },
        { "decision missing", Fields, "decisions[0].decision",
            r => r.Decisions[0].Decision = AppealDecision.Unspecified },
        { "decision unknown", Fields, "decisions[0].decision", r => r.Decisions[0].Decision = (AppealDecision)8 },
        { "reason missing", Fields, "decisions[0].reason", r => r.Decisions[0].Reason = "  " },
        { "reason of 501 characters", Fields, "decisions[0].reason",
            r => r.Decisions[0].Reason = new string('a', 501) },
        { "reduced to no amount", Fields, "decisions[0].new_amount",
            r => r.Decisions[0].Decision = AppealDecision.Reduced },
        { "reduced to nothing", Fields, "decisions[0].new_amount", r => Reduce(r, 0) },
        { "reduced in dollars", Fields, "decisions[0].new_amount.currency_code", r =>
            Reduce(r, 1).CurrencyCode = "USD" },
        { "reduced to more", "AMOUNT_MISMATCH", "decisions[0].new_amount", r => Reduce(r, 100_000) },
        { "upheld with an amount", Fields, "decisions[0].new_amount",
            r => r.Decisions[0].NewAmount = SomeAppeal.Pounds(1) },
        { "upheld as wrongly recorded", Fields, "decisions[0].wrongly_recorded",
            r => r.Decisions[0].WronglyRecorded = true },
        { "control in the note", Fields, "public_note", r => r.PublicNote = "Decided\r\nby telephone" },
    };

    public static TheoryData<string, string, Action<ListOpenAppealsRequest>> WrongQueues => new()
    {
        { "stage unknown", "stage", r => r.Stage = (AppealStage)42 },
        { "stage of the end", "stage", r => r.Stage = AppealStage.Decided },
        { "page too large", "page_size", r => r.PageSize = 201 },
        { "page less than nothing", "page_size", r => r.PageSize = -1 },
        { "page token of nothing", "page_token", r => r.PageToken = "x" },
    };

    [Theory]
    [MemberData(nameof(WrongMoves))]
    public async Task Advance_Wrong_NamesTheField(string name, string field, Action<AdvanceAppealRequest> spoil)
    {
        var request = SomeAppeal.Advance(shared.Appeal, AppealStage.DocumentsRequested);
        spoil(request);

        var refused = await Refused.ByAsync(shared.Reviewer.Reviews.AdvanceAppealAsync(request));

        BadAppealTests.AssertNames(refused, name, Fields, field);
    }

    [Theory]
    [MemberData(nameof(WrongDecisions))]
    public async Task Decide_Wrong_NamesTheField(
        string name, string reason, string field, Action<DecideAppealRequest> spoil)
    {
        var request = SomeAppeal.Decide(shared.Appeal);
        spoil(request);

        var refused = await Refused.ByAsync(shared.Reviewer.Reviews.DecideAppealAsync(request));

        BadAppealTests.AssertNames(refused, name, reason, field);
    }

    [Theory]
    [MemberData(nameof(WrongQueues))]
    public async Task Queue_Wrong_NamesTheField(string name, string field, Action<ListOpenAppealsRequest> spoil)
    {
        var request = new ListOpenAppealsRequest();
        spoil(request);

        var refused = await Refused.ByAsync(shared.Reviewer.Reviews.ListOpenAppealsAsync(request));

        BadAppealTests.AssertNames(refused, name, Fields, field);
    }

    private static Google.Type.Money Reduce(DecideAppealRequest request, long pounds)
    {
        request.Decisions[0].Decision = AppealDecision.Reduced;
        return request.Decisions[0].NewAmount = SomeAppeal.Pounds(pounds);
    }
}
