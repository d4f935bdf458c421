using System.Collections.Concurrent;
using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.UnitTests.Clearances.Forging;

namespace Gateway.UnitTests.Clearances.Verification;

/// <summary>Codes that differ from a genuine one by chance: in their text, in their bytes, in their content.</summary>
public sealed class MutantTests : IDisposable
{
    private const int Mutants = 200_000;
    private const int Originals = 100;

    private readonly ClearanceParties _parties = new();
    private readonly ConcurrentDictionary<ClearanceReason, int> _reasons = [];

    [Fact]
    public void Mutant_IsRefusedAndBreaksNothing()
    {
        var codes = Enumerable.Range(0, Originals).Select(number => Original(number % 4)).ToList();
        var verifier = _parties.Verifier();
        Assert.All(codes, code => Assert.Equal(
            ClearanceVerdict.Genuine, verifier.Check(code, ClearanceParties.Now).Verdict));

        Parallel.For(0, Mutants, number =>
        {
            var random = new Random(number);
            var code = codes[random.Next(Originals)];
            var mutant = code;
            while (codes.Contains(mutant))
                mutant = Mutant.Of(code, codes[random.Next(Originals)], random);

            var check = verifier.Check(mutant, ClearanceParties.Now);
            Assert.True(
                check is { Verdict: ClearanceVerdict.Forged or ClearanceVerdict.NotACertificate, Claims: null },
                $"Mutant {number} of {code} is {check.Verdict}: {mutant}");
            _reasons.AddOrUpdate(check.Reason, 1, (_, count) => count + 1);
        });

        // They came as far as every check that a change by chance can reach.
        ClearanceReason[] reached =
        [
            ClearanceReason.PrefixMissing, ClearanceReason.NotBase45, ClearanceReason.NotCbor,
            ClearanceReason.TrailingBytes, ClearanceReason.NotCanonical, ClearanceReason.DuplicateKeys,
            ClearanceReason.NotTagged, ClearanceReason.HeaderWrong, ClearanceReason.KeyUnknown,
            ClearanceReason.SignatureNotLowS, ClearanceReason.SignatureWrong, ClearanceReason.ClaimsWrong,
        ];
        Assert.Subset(_reasons.Keys.ToHashSet(), reached.ToHashSet());
        Assert.Equal(Mutants, _reasons.Values.Sum());
        Assert.InRange(_reasons[ClearanceReason.SignatureWrong], Mutants / 10, Mutants);
    }

    /// <inheritdoc/>
    public void Dispose() => _parties.Dispose();

    private string Original(int kind) => kind switch
    {
        0 => _parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()),
        1 => _parties.Issue(SomeCredential.OldPlate(), SomeCredential.Holder()),
        2 => _parties.Issue(SomeCredential.Licence(), SomeCredential.LicenceHolder()),
        _ => _parties.Issue(SomeCredential.Claims()),
    };
}
