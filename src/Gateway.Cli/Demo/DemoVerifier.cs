using Gateway.Clearance;
using Gateway.Cli.Clearances;
using Gateway.Cli.Connection;
using Gateway.Contracts.V1;
using Verdict = Gateway.Contracts.V1.ClearanceVerdict;

namespace Gateway.Cli.Demo;

/// <summary>Whoever is shown a certificate: without a network, with lists that were fetched before.</summary>
internal sealed class DemoVerifier(GatewaySession session, string folder)
{
    /// <summary>Fetches the lists, checks a code by them, and asks the gateway, which has to say the same.</summary>
    /// <exception cref="DemoException">One of them says something else.</exception>
    public async Task<string> SeenAsync(string code, Verdict expected, CancellationToken stop)
    {
        var fetched = await session.Client.Clearances.GetClearanceVerifierListsAsync(
            new GetClearanceVerifierListsRequest { Counter = session.Counter }, cancellationToken: stop);
        var lists = ListFolder.Keep(
            folder, fetched.TrustList.Memory, fetched.RevocationList.Memory,
            PinnedRoots.OfSample(session.CertificateFolder));
        var check = new ClearanceVerifier(lists.Trust, lists.Revocations).Check(code, session.Time.GetUtcNow());
        var request = new VerifyClearanceCertificateRequest { Counter = session.Counter, QrText = code };
        var online = await session.Client.Clearances
            .VerifyClearanceCertificateAsync(request, cancellationToken: stop);
        DemoException.Unless(
            (Verdict)check.Verdict == expected && online.Verdict == expected,
            $"The verdict is {check.Verdict} without a network and {online.Verdict} with it.");
        var text = VerdictText.Of(expected);
        return $"{text.English} · {text.Arabic}: {ClearanceText.Of(online.Subject)}, sheet {check.Claims!.SheetSerial}; "
            + $"revocation list {lists.Revocations!.Number}, codes: {lists.Revocations.Count}";
    }
}
