using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.IntegrationTests.Settlements;

public abstract class SettlementTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Settle_AllOutstanding_LeavesNothingDue()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);

        var answer = await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines));

        var after = await client.Fines.InquireFinesAsync(Some.Inquiry());
        Assert.Equal(5, fines.Count);
        Assert.Equal(5, answer.Settlement.Items.Count);
        Assert.Equal(Some.Sum(fines.Select(fine => fine.AmountDue)), answer.Settlement.Total);
        Assert.Equal(0, after.OutstandingCount);
        Assert.Equal(0, after.OutstandingTotal.Units);
    }

    [DatabaseFact]
    public async Task Settle_AllOutstanding_BringsTheReceipt()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);

        var settlement = (await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines))).Settlement;

        var (ar, en) = (settlement.Receipt.Ar, settlement.Receipt.En);
        Assert.Equal(settlement.SettlementNumber, ar.Lines[0].Value);
        Assert.Equal(settlement.SettlementNumber, en.Lines[0].Value);
        Assert.Equal((5, 5), (ar.Items.Count, en.Items.Count));
        Assert.Equal("فقط ألفان وخمسمائة وخمسة وسبعون جنيهًا مصريًا لا غير", ar.TotalInWords);
        Assert.Equal("Two thousand five hundred and seventy-five Egyptian pounds only", en.TotalInWords);
    }

    [DatabaseFact]
    public async Task Settle_SameRequestAgain_GivesTheSameBytes()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var request = Some.Settlement(Some.Debtor(), (await Some.OutstandingAsync(client))[0]);

        var first = await client.Settlements.SettleFinesAsync(request);
        var second = await client.Settlements.SettleFinesAsync(request);

        Assert.Equal(first.ToByteString(), second.ToByteString());
    }

    [DatabaseFact]
    public async Task Settle_RequestIdOfAnotherRequest_IsRefusedAndChangesNothing()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        var first = Some.Settlement(Some.Debtor(), fines[0]);
        await client.Settlements.SettleFinesAsync(first);
        var other = Some.Settlement(Some.Debtor(), fines[1]);
        other.RequestId = first.RequestId;

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await client.Settlements.SettleFinesAsync(other));

        Assert.Equal("REQUEST_ID_REUSED", refused.Reason);
        Assert.Equal(4, (await Some.OutstandingAsync(client)).Count);
    }

    [DatabaseFact]
    public async Task Settle_OtherCallersRequestId_IsItsOwnRequest()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        var first = Some.Settlement(Some.Debtor(), fines[0]);
        var other = Some.Settlement(Some.Debtor(), fines[1]);
        other.RequestId = first.RequestId;
        other.Counter = Some.Counter("00002");

        await client.Settlements.SettleFinesAsync(first);
        await gateway.Connect("branch-00002").Settlements.SettleFinesAsync(other);

        Assert.Equal(3, (await Some.OutstandingAsync(client)).Count);
    }

    [DatabaseTheory]
    [InlineData("etag", "FINE_CHANGED", StatusCode.Aborted)]
    [InlineData("amount", "AMOUNT_MISMATCH", StatusCode.InvalidArgument)]
    [InlineData("payment", "AMOUNT_MISMATCH", StatusCode.InvalidArgument)]
    [InlineData("number", "FINE_UNKNOWN", StatusCode.NotFound)]
    [InlineData("subject", "FINE_UNKNOWN", StatusCode.NotFound)]
    [InlineData("unknown", "SUBJECT_UNKNOWN", StatusCode.NotFound)]
    public async Task Settle_NotAsQuoted_IsRefusedAndChangesNothing(string wrong, string reason, StatusCode code)
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));
        switch (wrong)
        {
            case "etag": request.Items[2].Etag = "0123456789abcdef"; break;
            case "amount": request.Items[2].Amount.Units += 1; break;
            case "payment": request.Payment.Amount.Units += 1; break;
            case "number": request.Items[2].FineNumber = "999999999999"; break;
            case "subject": request.Subject = Some.Plate("س ج د", "5678"); break;
            case "unknown": request.Subject = Some.Plate("ن ن ن", "9999"); break;
        }

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await client.Settlements.SettleFinesAsync(request));

        Assert.Equal((reason, code), (refused.Reason, refused.StatusCode));
        Assert.Equal(5, (await Some.OutstandingAsync(client)).Count);
    }

    [DatabaseFact]
    public async Task Settle_PaymentReferenceTwice_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        var first = ByCard(fines[0]);
        var second = ByCard(fines[1]);
        await client.Settlements.SettleFinesAsync(first);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await client.Settlements.SettleFinesAsync(second));

        Assert.Equal("PAYMENT_REFERENCE_REUSED", refused.Reason);

        static SettleFinesRequest ByCard(Fine fine)
        {
            var request = Some.Settlement(Some.Debtor(), fine);
            request.Payment.Method = PaymentMethod.Card;
            request.Payment.Reference = "CARD-0001";
            return request;
        }
    }

    [DatabaseFact]
    public async Task GetSettlement_ByNumberAndByRequest_IsTheSame()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));
        var made = (await client.Settlements.SettleFinesAsync(request)).Settlement;

        var byNumber = await client.Settlements.GetSettlementAsync(
            new GetSettlementRequest { Counter = Some.Counter(), SettlementNumber = made.SettlementNumber });
        var byRequest = await client.Settlements.GetSettlementAsync(
            new GetSettlementRequest { Counter = Some.Counter(), RequestId = request.RequestId });
        var byHeadOffice = await gateway.Connect("head-office").Settlements.GetSettlementAsync(
            new GetSettlementRequest { RequestId = request.RequestId, Caller = "spiffe://post.gov.eg/branch/00001" });

        Assert.Equal(made, byNumber.Settlement);
        Assert.Equal(made, byRequest.Settlement);
        Assert.Equal(made, byHeadOffice.Settlement);
    }

    [DatabaseFact]
    public async Task GetSettlement_OfAnotherBranch_IsUnknown()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var made = await client.Settlements.SettleFinesAsync(
            Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client)));

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await gateway.Connect("branch-00002")
            .Settlements.GetSettlementAsync(new GetSettlementRequest
            {
                Counter = Some.Counter("00002"),
                SettlementNumber = made.Settlement.SettlementNumber,
            }));

        Assert.Equal("SETTLEMENT_UNKNOWN", refused.Reason);
    }
}

public sealed class SqliteSettlementTests() : SettlementTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerSettlementTests() : SettlementTests(TestDialect.SqlServer);
