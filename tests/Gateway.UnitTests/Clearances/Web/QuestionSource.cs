using System.Security.Cryptography;
using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.UnitTests.Clearances.Forging;

namespace Gateway.UnitTests.Clearances.Web;

/// <summary>A code to judge.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Now">The time of the check.</param>
/// <param name="WithRevocations">Whether there is a revocation list.</param>
internal sealed record CodeQuestion(string Text, DateTimeOffset Now, bool WithRevocations = true);

/// <summary>A file to take or to refuse.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="IsTrust">Whether it should be a trust list, else a revocation list.</param>
internal sealed record ListQuestion(byte[] Bytes, bool IsTrust);

/// <summary>
/// Draws codes and lists: good ones, altered ones, and odd ones that are rightly signed. By seeds, so that each run has
/// the same changes, though of other keys.
/// </summary>
internal sealed class QuestionSource : IDisposable
{
    private const int Count = 2_000;
    private const long Certificate = -65537;
    private const long Subject = 3;
    private const long Governorate = 12;

    private static readonly string[] Texts =
    [
        "ق ب ل 1234", "ق ب 1", "ق ب ل 12345", "ق ب ل", "ق ب ل 1234 ", "ق  ب ل 1", "قبل 1234", "ق 12", "ق ب ل ا 1",
        "ق ب ل 0001", "ق ب ل ١٢", "ك ب ل 12", "أ ب 12", "ى ب 12", "ي ب 12", "1234567", "12345678", "0", "١٢٣", "12 34",
        " 1234", "", "7651", "ق ب ل\u00a01234", "ق\u200f ب 12", "ق ب ل\t12", "00001", "EG-26-0004711", "AB", "-ABC",
        "ABCD", "A\u0085BC", "21", "99", "5", "２１", "٢١", "  ", "\ufeff21", "\ud83d\ude97 12",
    ];

    private readonly ClearanceParties _parties = new();
    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<string> _codes;
    private readonly (ClearanceClaims Revoked, ClearanceClaims Superseded) _withdrawn =
        (SomeCredential.Claims(), SomeCredential.OldPlate());

    public QuestionSource()
    {
        using var root = new EcdsaClearanceSigner(ECDsa.Create(_rootKey.ExportParameters(true)));
        RootPublicKey = root.PublicKey.ToArray();
        var now = ClearanceParties.Now;
        TrustFile = TrustList.Sign(7, now.AddHours(-1), now.AddDays(60), [_parties.TrustedKey()], root);
        Trust = TrustList.Read(TrustFile, [RootPublicKey]);
        RevocationFile = RevocationList.Sign(
            3, now.AddMinutes(-30), now.AddDays(1),
            [(_withdrawn.Revoked.Id, RevokedAs.Revoked), (_withdrawn.Superseded.Id, RevokedAs.Superseded)],
            _parties.Issuer);
        Revocations = RevocationList.Read(RevocationFile, Trust);
        _codes =
        [
            _parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()), _parties.Issue(SomeCredential.Claims()),
            _parties.Issue(SomeCredential.OldPlate(), SomeCredential.Holder()),
            _parties.Issue(SomeCredential.Licence(), SomeCredential.LicenceHolder()),
            _parties.Issue(_withdrawn.Revoked), _parties.Issue(_withdrawn.Superseded, SomeCredential.Holder()),
        ];
    }

    /// <summary>The pinned root.</summary>
    public byte[] RootPublicKey { get; }

    /// <summary>The trust list, as a file and read.</summary>
    public byte[] TrustFile { get; }

    public TrustList Trust { get; }

    /// <summary>The revocation list, as a file and read.</summary>
    public byte[] RevocationFile { get; }

    public RevocationList Revocations { get; }

    /// <summary>Some thousand codes.</summary>
    public IReadOnlyList<CodeQuestion> Codes() =>
    [
        .. Moments().SelectMany(moment => _codes.SelectMany(code => new[]
        {
            new CodeQuestion(code, moment), new CodeQuestion(code, moment, WithRevocations: false),
        })),
        .. Odd().Concat(Drawn(Mutated)).Concat(Drawn(Resigned)).Concat(Drawn(Retold))
            .Select(text => new CodeQuestion(text, ClearanceParties.Now)),
    ];

    /// <summary>Some thousand files.</summary>
    public IReadOnlyList<ListQuestion> Lists() => [.. Drawn(List)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _parties.Dispose();
        _rootKey.Dispose();
    }

    // Each limit in time, and a second to both sides of it.
    private IEnumerable<DateTimeOffset> Moments()
    {
        var skew = ClearanceVerifier.ClockSkew;
        DateTimeOffset[] limits =
        [
            SomeCredential.AsOfTime - skew, Trust.IssueTime - skew, Revocations.IssueTime - skew,
            Revocations.ExpireTime, SomeCredential.AsOfTime.AddDays(30), Trust.ExpireTime, ClearanceParties.Now,
        ];
        return limits.SelectMany(limit => new[] { -1d, -0.001, 0, 0.001, 1 }.Select(limit.AddSeconds));
    }

    private IEnumerable<string> Odd()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var code = _codes[0];
        var bytes = OddCode.BytesOf(code);
        var later = SomeCredential.AsOfTime.AddDays(3);
        return
        [
            "", "ETC1:", "etc1:6BF", "ETC1: ", "ETC2:6BF", code + "\n", " " + code, code + code,
            code.ToLowerInvariant(),
            "ETC1:" + new string('0', 1019), "ETC1:" + new string('0', 1020), OddCode.CodeOf([0x00]),
            OddCode.CodeOf([.. bytes, 0x00]), OddCode.CodeOf(bytes[1..]), OddCode.CodeOf([0xd8, 0x12, .. bytes[1..]]),
            OddCode.CodeOf([.. Enumerable.Repeat((byte)0x81, 16), 0x00]),
            OddCode.CodeOf([.. Enumerable.Repeat((byte)0x81, 17), 0x00]),
            OddCode.CodeOf([0xa2, 0x18, 0x18, 0x00, 0x20, 0x00]), OddCode.CodeOf([0xa2, 0x20, 0x00, 0x18, 0x18, 0x00]),
            OddCode.CodeOf([0xd2, 0x61, 0xff]), OddCode.CodeOf([0xf8, 0x18]), OddCode.CodeOf([0xf8, 0x20]),
            OddCode.CodeOf([0xfb, .. new byte[8]]), OddCode.CodeOf([0xfa, .. new byte[4]]), OddCode.CodeOf([0xf7]),
            OddCode.CodeOf([0xf9, 0x7e, 0x01]), OddCode.CodeOf([0xa2, 0x00, 0x01, 0x00, 0x02]),
            OddCode.CodeOf(TrustFile), OddCode.CodeOf(RevocationFile),
            OddCode.Reclaimed(code, stranger, _ => { }),
            OddCode.Reclaimed(code, _parties.IssuerKey, claims => claims[6].Value = (ulong)later.ToUnixTimeSeconds()),
            OddCode.Reclaimed(code, _parties.IssuerKey, claims => claims[6].Value = 1),
            OddCode.Altered(code, message =>
                OddCode.SignatureOf(message).Content = OddCode.HighTwin(OddCode.SignatureOf(message).Content)),
        ];
    }

    private string Mutated(Random random) => Mutant.Of(Any(random), Any(random), random);

    private string Resigned(Random random) =>
        OddCode.Reclaimed(Any(random), _parties.IssuerKey, claims => Mutant.Change(claims, random));

    // Texts that are nearly right, in the members that take texts.
    private string Retold(Random random) => OddCode.Reclaimed(Any(random), _parties.IssuerKey, claims =>
    {
        var texts = claims[Certificate].Items.Where((item, at) => at % 2 == 1 && item.Major == 3).ToList();
        var text = random.Next(3) > 0 ? claims[Certificate][Subject] : texts[random.Next(texts.Count)];
        text.Content = RawItem.Text(Texts[random.Next(Texts.Length)]).Content;
        if (random.Next(4) == 0 && texts.Count == 4)
            claims[Certificate].Add(Governorate, RawItem.Text(Texts[random.Next(Texts.Length)]));
    });

    private ListQuestion List(Random random)
    {
        var isTrust = random.Next(2) == 0;
        var message = RawItem.Parse(isTrust ? TrustFile : RevocationFile);
        var claims = RawItem.Parse(OddCode.PayloadOf(message).Content);
        switch (random.Next(4))
        {
            case 0:
                Mutant.Change(message, random);
                return new ListQuestion(message.Encode(), isTrust);
            case 1:
                return new ListQuestion(message.Encode(), !isTrust);
            case 2:
                claims[isTrust ? -65538 : -65539][1].Value = (ulong)random.NextInt64(long.MaxValue);
                break;
            default:
                Mutant.Change(claims, random);
                break;
        }
        OddCode.Signed(message, isTrust ? _rootKey : _parties.IssuerKey, claims.Encode());
        return new ListQuestion(message.Encode(), isTrust);
    }

    private static IEnumerable<T> Drawn<T>(Func<Random, T> draw) =>
        Enumerable.Range(0, Count).Select(seed => draw(new Random(seed)));

    private string Any(Random random) => _codes[random.Next(_codes.Count)];
}
