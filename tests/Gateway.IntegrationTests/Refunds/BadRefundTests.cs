using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Refunds;

/// <summary>Wrong requests about refunds by name: each is refused with the field that is wrong.</summary>
public sealed class BadRefundTests : IAsyncLifetime
{
    private static readonly Dictionary<string, (Action<PayRefundRequest> Spoil, string Field)> Payouts = new()
    {
        ["no request id"] = (r => r.RequestId = "", "request_id"),
        ["request id in upper case"] = (r => r.RequestId = r.RequestId.ToUpperInvariant(), "request_id"),
        ["no counter"] = (r => r.Counter = null, "counter"),
        ["no number"] = (r => r.RefundNumber = "", "refund_number"),
        ["number with a wrong check digit"] = (r => r.RefundNumber = "123456789012345", "refund_number"),
        ["number with a space"] = (r => r.RefundNumber += " ", "refund_number"),
        ["no amount"] = (r => r.Amount = null, "amount"),
        ["dollars"] = (r => r.Amount.CurrencyCode = "USD", "amount.currency_code"),
        ["negative pounds"] = (r => r.Amount.Units = -25, "amount.units"),
        ["more pounds than there are"] = (r => r.Amount.Units = long.MaxValue, "amount.units"),
        ["half a piastre"] = (r => r.Amount.Nanos = 5_000_000, "amount.nanos"),
        ["negative piastres"] = (r => r.Amount.Nanos = -10_000_000, "amount.nanos"),
        ["no recipient"] = (r => r.RecipientNationalId = "", "recipient_national_id"),
        ["recipient born in month 13"] = (r => r.RecipientNationalId = "28513120102347", "recipient_national_id"),
        ["recipient of letters"] = (r => r.RecipientNationalId = "2850312010234X", "recipient_national_id"),
    };

    private static readonly Dictionary<string, (Action<ListRefundsRequest> Spoil, string Field)> Lists = new()
    {
        ["no key"] = (r => r.ClearKey(), "key"),
        ["no counter"] = (r => r.Counter = null, "counter"),
        ["national id of a word"] = (r => r.NationalId = "me", "national_id"),
        ["appeal without a number"] = (r => r.AppealNumber = "", "appeal_number"),
        ["appellant beside a person"] = (
            r => r.AppellantNationalId = SomeAppeal.NationalId, "appellant_national_id"),
    };

    private TestGateway _gateway = null!;

    public static TheoryData<string> PayoutNames => [.. Payouts.Keys];

    public static TheoryData<string> ListNames => [.. Lists.Keys];

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync(TestDialect.Sqlite);

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(PayoutNames))]
    public async Task Pay_WithAWrongField_NamesIt(string name)
    {
        var request = SomeAppeal.Payout(new Refund { RefundNumber = "", Amount = SomeAppeal.Pounds(25) });
        request.RefundNumber = Domain.RecordNumber.Create(new DateOnly(2026, 3, 1), _ => 1);
        Payouts[name].Spoil(request);

        var refused = await Refused.ByAsync(_gateway.Connect().Appeals.PayRefundAsync(request));

        Assert.Equal("INVALID_FIELDS", refused.Reason);
        Assert.Equal(Payouts[name].Field, Assert.Single(refused.FieldViolations).Field);
    }

    [Theory]
    [MemberData(nameof(ListNames))]
    public async Task List_WithAWrongField_NamesIt(string name)
    {
        var request = new ListRefundsRequest { NationalId = SomeAppeal.NationalId, Counter = Some.Counter() };
        Lists[name].Spoil(request);

        var refused = await Refused.ByAsync(_gateway.Connect().Appeals.ListRefundsAsync(request));

        Assert.Equal("INVALID_FIELDS", refused.Reason);
        Assert.Equal(Lists[name].Field, Assert.Single(refused.FieldViolations).Field);
    }
}
