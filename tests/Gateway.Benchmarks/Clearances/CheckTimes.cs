using System.Globalization;
using System.Security.Cryptography;
using Gateway.Clearance;
using Gateway.Testing.Clearances;

namespace Gateway.Benchmarks.Clearances;

/// <summary>
/// The check of a genuine code without a network, beside the bare verification of its signature; on one thread and two.
/// </summary>
internal static class CheckTimes
{
    private const int ToStayBelowMicroseconds = 150;
    private const int Rounds = 15;
    private const int Codes = 256;

    /// <summary>Measures.</summary>
    public static void Measure(ClearanceSettings settings, TextWriter output)
    {
        using var parties = new ClearanceParties();
        var codes = Enumerable.Range(0, Codes)
            .Select(_ => parties.Issue(SomeCredential.Claims(), SomeCredential.Holder())).ToArray();
        var shared = parties.Verifier();
        var other = parties.Verifier();
        var bare = Bare(parties.IssuerKey);
        var single = new CheckSlices([Check(shared, codes)], settings.Checks);
        var verification = new CheckSlices([bare], settings.Checks);
        var together = new CheckSlices([Check(shared, codes), Check(shared, codes)], settings.Checks);
        var apart = new CheckSlices([Check(shared, codes), Check(other, codes)], settings.Checks);
        CheckSlices[] all = [verification, single, together, apart];
        foreach (var slices in all)
            slices.WarmUp();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var slices in all)
                slices.Run();
        }

        output.WriteLine($"Checking: {codes[0].Length} characters, {Rounds} slices of {settings.Checks} of each kind");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            bare ECDSA P-256 verification             {verification.Microseconds,8:F1} us  {verification.Bytes,8:F0} bytes allocated
            check of a genuine code                   {single.Microseconds,8:F1} us  {single.Bytes,8:F0} bytes allocated   (to stay below {ToStayBelowMicroseconds} us)
            checks a second, one thread               {single.PerSecond,8:F0}
            checks a second, two threads              {together.PerSecond,8:F0}
            checks a second, two threads, a verifier each {apart.PerSecond,4:F0}

            check / bare verification                 {single.Microseconds / verification.Microseconds,8:F2}
            two threads / one                         {together.PerSecond / single.PerSecond,8:F2}
            two threads, a verifier each / one        {apart.PerSecond / single.PerSecond,8:F2}

            """));
    }

    private static Action<int> Check(ClearanceVerifier verifier, string[] codes) => n =>
    {
        var check = verifier.Check(codes[n % codes.Length], ClearanceParties.Now);
        if (check.Verdict != ClearanceVerdict.Genuine)
            throw new InvalidOperationException($"A genuine code is {check.Verdict}, {check.Reason}.");
    };

    private static Action<int> Bare(ECDsa key)
    {
        var publicKey = ECDsa.Create(key.ExportParameters(includePrivateParameters: false));
        var digest = RandomNumberGenerator.GetBytes(32);
        var signature = key.SignHash(digest);
        return _ =>
        {
            if (!publicKey.VerifyHash(digest, signature))
                throw new InvalidOperationException("A signature does not verify.");
        };
    }
}
