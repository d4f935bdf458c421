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
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

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
                mutant = Mutate(code, codes[random.Next(Originals)], random);

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

    private static string Mutate(string code, string other, Random random) => random.Next(4) switch
    {
        0 => Text(code, other, random),
        1 => OddCode.Altered(code, message => Item(message, random)),
        _ => OddCode.CodeOf([.. Bytes([.. OddCode.BytesOf(code)], OddCode.BytesOf(other), random)]),
    };

    private static string Text(string code, string other, Random random)
    {
        var (at, sign) = (random.Next(code.Length), Alphabet[random.Next(Alphabet.Length)]);
        return random.Next(6) switch
        {
            0 => $"{code.AsSpan(0, at)}{sign}{code.AsSpan(at + 1)}",
            1 => code.Insert(at, sign.ToString()),
            2 => code.Remove(at, 1),
            3 => code[..at],
            4 => string.Concat(code.AsSpan(0, at), other.AsSpan(Math.Min(at, other.Length))),
            _ => $"{code.AsSpan(0, at)}{(char)random.Next(char.MaxValue)}{code.AsSpan(at + 1)}",
        };
    }

    private static List<byte> Bytes(List<byte> bytes, byte[] other, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                case 3 when at < other.Length:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.AddRange(other[at..]);
                    break;
                case 4:
                    bytes.AddRange(other[..random.Next(1, 9)]);
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }
        return bytes;
    }

    // Another form or another value somewhere in the message, or in what it signs.
    private static void Item(RawItem message, Random random)
    {
        var payload = RawItem.Parse(OddCode.PayloadOf(message).Content);
        var isInside = random.Next(3) > 0;
        var items = All(isInside ? payload : message).ToList();
        var item = items[random.Next(items.Count)];
        switch (random.Next(6))
        {
            case 0:
                item.HeadBytes = 1 << random.Next(4);
                break;
            case 1:
                item.IsIndefinite = true;
                break;
            case 2 when item.Items.Count > 1:
                item.Items.AddRange(item.Items[..2]);
                break;
            case 3 when item.Items.Count > 1:
                item.Items.Reverse();
                break;
            case 4 when item.Content.Length > 0:
                item.Content[random.Next(item.Content.Length)] ^= (byte)(1 << random.Next(8));
                break;
            default:
                item.Value += (ulong)random.Next(1, 300);
                break;
        }
        if (isInside)
            OddCode.PayloadOf(message).Content = payload.Encode();
    }

    private static IEnumerable<RawItem> All(RawItem item) => item.Items.SelectMany(All).Prepend(item);
}
