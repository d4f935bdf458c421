using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Gateway.IntegrationTests.Requests;

public sealed class BadInputTests(BadInputGateway shared) : IClassFixture<BadInputGateway>
{
    private const string Long = "0123456789012345678901234567890123456789012345678901234567890123456789";

    public static TheoryData<string, Action<InquireFinesRequest>> WrongInquiries => new()
    {
        { "subject", r => r.Subject = null },
        { "subject", r => r.Subject = new Subject() },
        { "subject.vehicle_plate.letters", r => r.Subject.VehiclePlate.Letters = "ABC" },
        { "subject.vehicle_plate.letters", r => r.Subject.VehiclePlate.Letters = "ق" },
        { "subject.vehicle_plate.letters", r => r.Subject.VehiclePlate.Letters = "ق ب ل ن" },
        { "subject.vehicle_plate.letters", r => r.Subject.VehiclePlate.Letters = "ق ب ث" },
        { "subject.vehicle_plate.letters", r => r.Subject.VehiclePlate.Letters = Long },
        { "subject.vehicle_plate.letters", r => r.Subject.VehiclePlate.Letters = "ق\0ب" },
        { "subject.vehicle_plate.digits", r => r.Subject.VehiclePlate.Digits = "" },
        { "subject.vehicle_plate.digits", r => r.Subject.VehiclePlate.Digits = "12345" },
        { "subject.vehicle_plate.digits", r => r.Subject.VehiclePlate.Digits = "12a4" },
        { "subject.vehicle_plate.digits", r => r.Subject.VehiclePlate.Digits = Long },
        { "subject.vehicle_plate.kind", r => r.Subject.VehiclePlate.Kind = PlateKind.Unspecified },
        { "subject.vehicle_plate.kind", r => r.Subject.VehiclePlate.Kind = (PlateKind)99 },
        { "subject.vehicle_plate.governorate_code", r => r.Subject.VehiclePlate.GovernorateCode = "01" },
        { "subject.driving_licence", r => r.Subject = new Subject { DrivingLicence = new DrivingLicence() } },
        { "subject.driving_licence.national_id", r => r.Subject = Driver("2990101") },
        { "subject.driving_licence.national_id", r => r.Subject = Driver("19901010100011") },
        { "subject.driving_licence.national_id", r => r.Subject = Driver("29902300100011") },
        { "subject.driving_licence.national_id", r => r.Subject = Driver("29901019900011") },
        { "subject.driving_licence.licence_number", r => r.Subject = Licence("1", "0101") },
        { "subject.driving_licence.traffic_unit_code", r => r.Subject = Licence("123456", "") },
        { "subject.driving_licence.traffic_unit_code", r => r.Subject = Licence("123456", "9901") },
        { "counter", r => r.Counter = null },
        { "counter.counter_code", r => r.Counter.CounterCode = "1" },
        { "counter.teller_code", r => r.Counter.TellerCode = "" },
        { "counter.teller_code", r => r.Counter.TellerCode = "a b" },
        { "page_size", r => r.PageSize = -1 },
        { "page_size", r => r.PageSize = 201 },
        { "page_token", r => r.PageToken = "x" },
        { "page_token", r => r.PageToken = Long + Long },
    };

    public static TheoryData<string, Action<SettleFinesRequest>> WrongSettlements => new()
    {
        { "request_id", r => r.RequestId = "" },
        { "request_id", r => r.RequestId = "0190F3A4-5B6C-7D8E-9F00-112233445566" },
        { "request_id", r => r.RequestId = "not-a-uuid" },
        { "counter", r => r.Counter = null },
        { "counter.counter_code", r => r.Counter.CounterCode = "001" },
        { "counter.teller_code", r => r.Counter.TellerCode = Long },
        { "subject", r => r.Subject = null },
        { "items", r => r.Items.Clear() },
        { "items[0].fine_number", r => r.Items[0].FineNumber = "" },
        { "items[1].fine_number", r => r.Items[1].FineNumber = r.Items[0].FineNumber },
        { "items[0].etag", r => r.Items[0].Etag = "" },
        { "items[0].etag", r => r.Items[0].Etag = "ABCDEF0123456789" },
        { "items[0].amount", r => r.Items[0].Amount = null },
        { "items[0].amount.currency_code", r => r.Items[0].Amount.CurrencyCode = "USD" },
        { "items[0].amount.units", r => r.Items[0].Amount.Units = -1 },
        { "items[0].amount.units", r => r.Items[0].Amount.Units = long.MaxValue },
        { "items[0].amount.nanos", r => r.Items[0].Amount.Nanos = 1 },
        { "items[0].amount.nanos", r => r.Items[0].Amount.Nanos = -10_000_000 },
        { "payment", r => r.Payment = null },
        { "payment.method", r => r.Payment.Method = PaymentMethod.Unspecified },
        { "payment.method", r => r.Payment.Method = (PaymentMethod)77 },
        { "payment.amount", r => r.Payment.Amount = null },
        { "payment.reference", r => r.Payment.Method = PaymentMethod.Card },
        { "payment.reference", r => r.Payment.Reference = "a b c d" },
        { "payment.collect_time", r => r.Payment.CollectTime = null },
        { "payment.collect_time", r => r.Payment.CollectTime = new Timestamp { Seconds = long.MaxValue } },
        { "payment.collect_time", r => r.Payment.CollectTime = new Timestamp { Nanos = -1 } },
        { "payment.collect_time", r => r.Payment.CollectTime = Timestamp.FromDateTime(DateTime.UnixEpoch) },
        { "payment.collect_time", r => r.Payment.CollectTime.Seconds += 3600 },
        { "payer.full_name", r => r.Payer = new Payer() },
        { "payer.full_name", r => r.Payer = new Payer { FullName = "محمد\u202eعلي" } },
        { "payer.national_id", r => r.Payer = new Payer { FullName = "محمد علي حسن", NationalId = "123" } },
        { "payer.mobile_number", r =>
            r.Payer = new Payer { FullName = "محمد علي حسن", MobileNumber = "+966512345678" } },
    };

    public static TheoryData<string, Action<GetSettlementRequest>> WrongQuestions => new()
    {
        { "counter", r => r.Counter = null },
        { "key", r => r.ClearKey() },
        { "settlement_number", r => r.SettlementNumber = "261123000000000" },
        { "settlement_number", r => r.SettlementNumber = "x" },
        { "request_id", r => r.RequestId = "x" },
        { "caller", r => r.Caller = "spiffe://post.gov.eg/branch/00002" },
    };

    [Theory]
    [MemberData(nameof(WrongInquiries))]
    public async Task Inquire_OneFieldWrong_NamesIt(string field, Action<InquireFinesRequest> spoil)
    {
        var request = Some.Inquiry();
        spoil(request);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await shared.Client.Fines.InquireFinesAsync(request));

        AssertNames(refused, field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12345678x")]
    public async Task GetFine_NumberWrong_NamesIt(string number)
    {
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await shared.Client.Fines.GetFineAsync(
            new GetFineRequest { Counter = Some.Counter(), FineNumber = number }));

        AssertNames(refused, "fine_number");
    }

    [Theory]
    [MemberData(nameof(WrongSettlements))]
    public async Task Settle_OneFieldWrong_NamesIt(string field, Action<SettleFinesRequest> spoil)
    {
        var request = await GoodSettlementAsync();
        spoil(request);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await shared.Client.Settlements.SettleFinesAsync(request));

        AssertNames(refused, field);
    }

    [Theory]
    [MemberData(nameof(WrongQuestions))]
    public async Task GetSettlement_OneFieldWrong_NamesIt(string field, Action<GetSettlementRequest> spoil)
    {
        var request = new GetSettlementRequest { Counter = Some.Counter(), RequestId = Some.RequestId() };
        spoil(request);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await shared.Client.Settlements.GetSettlementAsync(request));

        AssertNames(refused, field);
    }

    [Fact]
    public async Task Settle_ManyFieldsWrong_NamesAllAtOnce()
    {
        var request = await GoodSettlementAsync();
        request.RequestId = "x";
        request.Counter.TellerCode = "";
        request.Subject.VehiclePlate.Digits = "x";
        request.Items[0].Etag = "x";
        request.Items[1].Amount.CurrencyCode = "USD";
        request.Payment.Method = PaymentMethod.Unspecified;
        request.Payer = new Payer { FullName = "x", NationalId = "x", MobileNumber = "x" };

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await shared.Client.Settlements.SettleFinesAsync(request));

        string[] wrong =
        [
            "request_id", "counter.teller_code", "subject.vehicle_plate.digits", "items[0].etag",
                "items[1].amount.currency_code",
            "payment.method", "payer.full_name", "payer.national_id", "payer.mobile_number",
        ];
        Assert.Equal(wrong.Order(), refused.FieldViolations.Select(v => v.Field).Except(["payment.reference"]).Order());
    }

    [Fact]
    public async Task Settle_HundredItemsWrong_CutsTheListAndTellsItsLength()
    {
        var request = await GoodSettlementAsync();
        request.Items.Clear();
        for (var i = 0; i < 100; i++)
            request.Items.Add(new SettlementItem());

        using var raw = new RawGrpc(shared.Gateway.Address);
        var answer = await raw.SendAsync(
            "/traffic.gateway.v1.SettlementService/SettleFines", RawGrpc.Frame(request.ToByteArray()));

        Assert.Equal("INVALID_FIELDS", answer.Reason);
        Assert.True(Convert.ToBase64String(answer.Details!).Length <= 2048);
        Assert.True(int.Parse(
            answer.Info!.Metadata["field_violations_total"], System.Globalization.CultureInfo.InvariantCulture) >= 200);
        Signed.Check(answer, raw.CertificateSha256, request.ToByteArray());
    }

    private static void AssertNames(GatewayRefusedException refused, string field)
    {
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELDS"), (refused.StatusCode, refused.Reason));
        Assert.Equal([field], refused.FieldViolations.Select(violation => violation.Field).Distinct());
    }

    private static Subject Driver(string nationalId) =>
        new() { DrivingLicence = new DrivingLicence { NationalId = nationalId } };

    private static Subject Licence(string number, string unit) =>
        new() { DrivingLicence = new DrivingLicence { LicenceNumber = number, TrafficUnitCode = unit } };

    private async Task<SettleFinesRequest> GoodSettlementAsync() =>
        Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(shared.Client));
}

/// <summary>One gateway for a table of refusals: none of them changes anything.</summary>
public sealed class BadInputGateway : IAsyncLifetime
{
    internal TestGateway Gateway { get; private set; } = null!;

    internal GatewayClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Gateway = await TestGateway.StartAsync();
        Client = Gateway.Connect();
    }

    public async Task DisposeAsync() => await Gateway.DisposeAsync();
}
