using System.Text;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

public sealed class BatchTests
{
    [Fact]
    public void ToBytes_TwoStatements_IsTheTextOfTheDesign()
    {
        var batch = new Batch
        {
            Origin = SomeAnswer.Origin,
            Size = 42,
            Root = [.. Enumerable.Repeat((byte)0xFF, 32)],
            Entries = [[.. Enumerable.Repeat((byte)0x0A, 32)], new byte[32]],
        };

        var text = Encoding.ASCII.GetString(batch.ToBytes());

        Assert.Equal(
            "traffic-gateway-batch/v1\n"
            + "traffic-gateway.example/gw-1/3f9a01c7\n"
            + "42\n"
            + "//////////////////////////////////////////8=\n"
            + string.Concat(Enumerable.Repeat("0a", 32)) + "\n"
            + string.Concat(Enumerable.Repeat("00", 32)) + "\n",
            text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void Parse_CanonicalText_GivesTheBatchBack(int count)
    {
        var batch = SomeBatch();
        var text = (batch with { Entries = [.. batch.Entries.Take(count)] }).ToBytes();

        var parsed = Batch.Parse(text);

        Assert.Equal((batch.Origin, batch.Size), (parsed.Origin, parsed.Size));
        Assert.Equal(batch.Root, parsed.Root);
        Assert.Equal(batch.Entries.Take(count), parsed.Entries);
        Assert.Equal(text, parsed.ToBytes());
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public void Parse_Twin_IsRefused(string twin, byte[] text)
    {
        var refused = Assert.Throws<EvidenceException>(() => Batch.Parse(text));

        Assert.True(refused.Check == EvidenceCheck.BatchCanonical, twin);
    }

    [Fact]
    public void ToBytes_LongestOfAll_HasTheBytesThatAreReckonedWith()
    {
        var batch = SomeBatch() with
        {
            Origin = LogOrigin.Create(new string('g', LogOrigin.MaxNameLength), [1, 2, 3, 4]),
            Size = long.MaxValue,
        };

        Assert.Equal(BatchText.MaxBytes, batch.ToBytes().Length);
    }

    [Theory]
    [MemberData(nameof(WrongBatches))]
    public void ToBytes_ValueNotOfItsForm_IsRefused(Batch batch)
    {
        Refusal.Of(EvidenceCheck.BatchCanonical, () => batch.ToBytes());
    }

    public static TheoryData<string, byte[]> Twins()
    {
        var text = Encoding.ASCII.GetString(SomeBatch().ToBytes());
        var entry = Convert.ToHexStringLower(SomeBatch().Entries[0]);
        var root = Convert.ToBase64String(SomeBatch().Root);
        (string Name, string Text)[] changed =
        [
            ("nothing", ""),
            ("another type", text.Replace("/v1\n", "/v2\n", StringComparison.Ordinal)),
            ("CR LF", text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("no last LF", text[..^1]),
            ("an empty line", text + "\n"),
            ("byte order mark", "\uFEFF" + text),
            ("leading zero", text.Replace("\n1000\n", "\n01000\n", StringComparison.Ordinal)),
            ("plus sign", text.Replace("\n1000\n", "\n+1000\n", StringComparison.Ordinal)),
            ("space", text.Replace("\n1000\n", "\n1000 \n", StringComparison.Ordinal)),
            ("negative size", text.Replace("\n1000\n", "\n-1000\n", StringComparison.Ordinal)),
            ("size of 64 bits", text.Replace("\n1000\n", "\n9223372036854775808\n", StringComparison.Ordinal)),
            ("size below the entries", text.Replace("\n1000\n", "\n15\n", StringComparison.Ordinal)),
            ("upper-case hex", text.Replace(entry, entry.ToUpperInvariant(), StringComparison.Ordinal)),
            ("no hex", text.Replace(entry, "g" + entry[1..], StringComparison.Ordinal)),
            ("unpadded root", text.Replace(root, root.TrimEnd('='), StringComparison.Ordinal)),
            ("root with spare bits set", text.Replace(root, SpareBit(root), StringComparison.Ordinal)),
            ("root with a space", text.Replace(root, root.Insert(4, " "), StringComparison.Ordinal)),
            ("seventeen entries", text + entry + "\n"),
            ("no entry", text[..(text.IndexOf(root, StringComparison.Ordinal) + root.Length + 1)]),
            ("origin with a space", text.Replace("gw-1", "gw 1", StringComparison.Ordinal)),
            ("origin outside ASCII", text.Replace("gw-1", "gw-é", StringComparison.Ordinal)),
        ];
        var twins = new TheoryData<string, byte[]>();
        foreach (var (name, twin) in changed)
        {
            Assert.NotEqual(text, twin);
            twins.Add(name, Encoding.UTF8.GetBytes(twin));
        }

        return twins;
    }

    public static TheoryData<Batch> WrongBatches()
    {
        var batch = SomeBatch();
        return
        [
            batch with { Origin = "no-suffix" },
            batch with { Origin = "evil\nname/3f9a01c7" },
            batch with { Size = 15 },
            batch with { Root = new byte[31] },
            batch with { Entries = [] },
            batch with { Entries = [.. batch.Entries, new byte[32]] },
            batch with { Entries = [new byte[33]] },
        ];
    }

    // The last digit before the padding has two bits that belong to no byte.
    private static string SpareBit(string base64)
    {
        const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return base64[..^2] + Digits[Digits.IndexOf(base64[^2], StringComparison.Ordinal) | 1] + "=";
    }

    private static Batch SomeBatch() => SomeAnswer.BatchOf(SomeAnswer.Plain.Statement);
}
