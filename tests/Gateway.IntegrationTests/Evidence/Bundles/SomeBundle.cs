using Gateway.Client;
using Gateway.IntegrationTests.TimeStamps;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Evidence.Bundles;

/// <summary>Answers to write bundles of.</summary>
internal static class SomeBundle
{
    /// <summary>A settlement among other calls, with a time stamp after it; its call id.</summary>
    public static async Task<Guid> SettleAndStampAsync(TestGateway gateway)
    {
        var answers = new List<VerifiedAnswer>();
        var client = gateway.Connect(onVerified: answers.Add);
        for (var others = 0; others < 20; others++)
            await client.Fines.InquireFinesAsync(Some.Inquiry());
        var fines = await Some.OutstandingAsync(client);
        await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines[0]));
        var callId = answers[^1].Evidence.Statement.CallId;
        await gateway.GrowAndStampAsync();
        return callId;
    }

    /// <summary>The bytes with one bit changed.</summary>
    public static byte[] Flipped(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }
}
