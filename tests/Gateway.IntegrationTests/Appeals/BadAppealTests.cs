using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Gateways;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.IntegrationTests.Appeals;

/// <summary>
/// Wrong requests about appeals by name: which reason each is refused with, and which field it names.
/// </summary>
public sealed class BadAppealTests(BadAppealGateway shared) : IClassFixture<BadAppealGateway>
{
    private const string Fields = "INVALID_FIELDS";
    private const string Bidi = "\u202e";

    public static TheoryData<string, string, string, Action<SubmitAppealRequest>> WrongAppeals => new()
    {
        { "request id missing", Fields, "request_id", r => r.RequestId = "" },
        { "counter missing", Fields, "counter", r => r.Counter = null },
        { "subject missing", Fields, "subject", r => r.Subject = null },
        { "extent missing", Fields, "extent", r => r.ClearExtent() },
        { "no fines", Fields, "partial.items", r => r.Partial.Items.Clear() },
        { "101 fines", Fields, "partial.items",
            r => r.Partial.Items.Add(Enumerable.Repeat(new PartialAppealItem(), 100)) },
        { "number of a fine wrong", Fields, "partial.items[0].fine_number", r => Item(r).FineNumber = "x" },
        { "a fine twice", Fields, "partial.items[1].fine_number", r => r.Partial.Items.Add(Item(r).Clone()) },
        { "ground missing", Fields, "partial.items[0].ground", r => Item(r).Ground = AppealGround.Unspecified },
        { "ground unknown", Fields, "partial.items[0].ground", r => Item(r).Ground = (AppealGround)77 },
        { "other ground, no words", Fields, "partial.items[0].statement", r => Item(r).Ground = AppealGround.Other },
        { "statement too long", Fields, "partial.items[0].statement",
            r => Item(r).Statement = new string('ا', 1001) },
        { "control in the statement", Fields, "partial.items[0].statement", r => Item(r).Statement = "My\u0007 car" },
        { "NUL in the statement", Fields, "partial.items[0].statement", r => Item(r).Statement = "My\0 car" },
        { "nothing contested", Fields, "partial.items[0].contested_amount",
            r => Item(r).ContestedAmount = SomeAppeal.Pounds(0) },
        { "contested in dollars", Fields, "partial.items[0].contested_amount.currency_code", r =>
            Item(r).ContestedAmount = new Google.Type.Money { CurrencyCode = "USD", Units = 1 } },
        { "contested less than nothing", Fields, "partial.items[0].contested_amount.units",
            r => Item(r).ContestedAmount = SomeAppeal.Pounds(-1) },
        { "half a piastre contested", Fields, "partial.items[0].contested_amount.nanos", r =>
            Item(r).ContestedAmount = new Google.Type.Money { CurrencyCode = "EGP", Nanos = 5_000_000 } },
        { "more contested than the fine", "AMOUNT_MISMATCH", "partial.items[0].contested_amount",
            r => Item(r).ContestedAmount = SomeAppeal.Pounds(100_000) },
        { "appellant missing", Fields, "appellant", r => r.Appellant = null },
        { "name missing", Fields, "appellant.full_name", r => r.Appellant.FullName = "" },
        { "name of 121 characters", Fields, "appellant.full_name", r => r.Appellant.FullName = new string('م', 121) },
        { "control in the name", Fields, "appellant.full_name", r => r.Appellant.FullName = "محمود\u0000حجازي" },
        { "line break in the name", Fields, "appellant.full_name", r => r.Appellant.FullName = "محمود\nحجازي" },
        { "override in the name", Fields, "appellant.full_name", r => r.Appellant.FullName = $"محمود{Bidi}حجازي" },
        { "national id missing", Fields, "appellant.national_id", r => r.Appellant.NationalId = "" },
        { "national id of no day", Fields, "appellant.national_id", r => r.Appellant.NationalId = "29902300100011" },
        { "mobile number missing", Fields, "appellant.mobile_number", r => r.Appellant.MobileNumber = "" },
        { "Saudi mobile number", Fields, "appellant.mobile_number", r => r.Appellant.MobileNumber = "+966512345678" },
        { "Sudanese mobile number", Fields, "appellant.mobile_number",
            r => r.Appellant.MobileNumber = "+249912345678" },
        { "number of a house", Fields, "appellant.mobile_number", r => r.Appellant.MobileNumber = "0227952233" },
        { "operator unknown", Fields, "appellant.mobile_number", r => r.Appellant.MobileNumber = "01712345678" },
        { "mobile number with letters", Fields, "appellant.mobile_number",
            r => r.Appellant.MobileNumber = "010ABCDEFGH" },
        { "language missing", Fields, "appellant.sms_language",
            r => r.Appellant.SmsLanguage = SmsLanguage.Unspecified },
        { "language unknown", Fields, "appellant.sms_language", r => r.Appellant.SmsLanguage = (SmsLanguage)9 },
        { "fee missing", Fields, "fee_payment", r => r.FeePayment = null },
        { "fee a pound short", "AMOUNT_MISMATCH", "fee_payment.amount",
            r => r.FeePayment.Amount = SomeAppeal.Pounds(24) },
        { "fee a piastre too much", "AMOUNT_MISMATCH", "fee_payment.amount",
            r => r.FeePayment.Amount.Nanos = 10_000_000 },
        { "fee in euros", Fields, "fee_payment.amount.currency_code", r => r.FeePayment.Amount.CurrencyCode = "EUR" },
        { "card without a reference", Fields, "fee_payment.reference", r => r.FeePayment.Method = PaymentMethod.Card },
        { "fee taken tomorrow", Fields, "fee_payment.collect_time", r => r.FeePayment.CollectTime.Seconds += 86_400 },
        { "fee taken in 1970", Fields, "fee_payment.collect_time",
            r => r.FeePayment.CollectTime = Timestamp.FromDateTime(DateTime.UnixEpoch) },
    };

    public static TheoryData<string, string, Action<WithdrawAppealRequest>> WrongWithdrawals => new()
    {
        { "request id in upper case", "request_id", r => r.RequestId = r.RequestId.ToUpperInvariant() },
        { "counter missing", "counter", r => r.Counter = null },
        { "check digit wrong", "appeal_number", r => r.AppealNumber = "123456789012345" },
        { "number missing", "appeal_number", r => r.AppealNumber = "" },
        { "national id missing", "appellant_national_id", r => r.AppellantNationalId = "" },
        { "national id with letters", "appellant_national_id", r => r.AppellantNationalId = "2850312010234x" },
    };

    public static TheoryData<string, string, Action<ListAppealsRequest>> WrongLists => new()
    {
        { "branch code wrong", "branch_code", r => r.BranchCode = "1" },
        { "stage unknown", "stage", r => r.Stage = (AppealStage)42 },
        { "page too large", "page_size", r => r.PageSize = 201 },
        { "page token of nothing", "page_token", r => r.PageToken = "x" },
        { "national id wrong", "appellant_national_id", r => r.AppellantNationalId = "1" },
    };

    [Theory]
    [MemberData(nameof(WrongAppeals))]
    public async Task Submit_Wrong_NamesTheField(
        string name, string reason, string field, Action<SubmitAppealRequest> spoil)
    {
        var request = SomeAppeal.Partial(null, shared.FineNumber);
        spoil(request);

        var refused = await Refused.ByAsync(shared.Client.Appeals.SubmitAppealAsync(request));

        AssertNames(refused, name, reason, field);
    }

    [Theory]
    [MemberData(nameof(WrongWithdrawals))]
    public async Task Withdraw_Wrong_NamesTheField(string name, string field, Action<WithdrawAppealRequest> spoil)
    {
        var request = SomeAppeal.Withdrawal(shared.Appeal);
        spoil(request);

        var refused = await Refused.ByAsync(shared.Client.Appeals.WithdrawAppealAsync(request));

        AssertNames(refused, name, Fields, field);
    }

    [Theory]
    [MemberData(nameof(WrongLists))]
    public async Task List_Wrong_NamesTheField(string name, string field, Action<ListAppealsRequest> spoil)
    {
        var request = new ListAppealsRequest { Counter = Some.Counter() };
        spoil(request);

        var refused = await Refused.ByAsync(shared.Client.Appeals.ListAppealsAsync(request));

        AssertNames(refused, name, Fields, field);
    }

    [Fact]
    public async Task Submit_ManyFieldsWrong_NamesAllAtOnceAndRepeatsNoneOfThem()
    {
        var request = SomeAppeal.Partial(null, "x");
        request.Appellant = new Appellant
        {
            FullName = "M\u0001hmoud",
            NationalId = "28503120102",
            MobileNumber = "+966512345678",
        };
        request.FeePayment.Amount.CurrencyCode = "USD";

        var refused = await Refused.ByAsync(shared.Client.Appeals.SubmitAppealAsync(request));

        Assert.Equal(
            [
                "appellant.full_name", "appellant.mobile_number", "appellant.national_id", "appellant.sms_language",
                "fee_payment.amount.currency_code", "partial.items[0].fine_number",
            ],
            refused.FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
        var told = string.Concat(refused.FieldViolations.Select(violation => violation.Description));
        Assert.DoesNotContain("966512345678", told, StringComparison.Ordinal);
        Assert.DoesNotContain("28503120102", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_MobileNumberInAnyOfItsForms_IsTaken()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        string[] forms = ["010 1234-5678", "+201012345678", "00201012345678", "(010)12345678", "٠١٠١٢٣٤٥٦٧٨"];
        var fines = await Some.OutstandingAsync(client);

        var stored = new List<string>();
        foreach (var (form, fine) in forms.Zip(fines))
        {
            var request = SomeAppeal.Partial(null, fine.FineNumber);
            request.Appellant.MobileNumber = form;
            stored.Add((await client.Appeals.SubmitAppealAsync(request)).Appeal.Appellant.MobileNumber);
        }

        Assert.Equal(Enumerable.Repeat("+201012345678", forms.Length), stored);
    }

    private static PartialAppealItem Item(SubmitAppealRequest request) => request.Partial.Items[0];

    internal static void AssertNames(GatewayRefusedException refused, string name, string reason, string field)
    {
        Assert.Equal((name, reason), (name, refused.Reason));
        Assert.Equal([field], refused.FieldViolations.Select(violation => violation.Field).Distinct());
    }
}
