using System.Text;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

/// <summary>C2SP signed-note, tlog-checkpoint and tlog-cosignature.</summary>
public sealed class SignedNoteTests
{
    // The example of the specification, section "Verifier keys".
    private const string SpecificationKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string SpecificationNote = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """;

    // The example of tlog-cosignature: a checkpoint with its log's and a witness's signature.
    private const string SpecificationCheckpoint = """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

        """;

    private static readonly NoteSigner Log = new("traffic-gateway.example/gw-1/0123abcd", new byte[32]);
    private static readonly Cosigner Witness = new("post.gov.eg/monitor", Seed(7));
    private static readonly Checkpoint Head = new(Log.Key.Name, 70_001, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void Parse_ExampleOfTheSpecification_IsSignedByItsKey()
    {
        var key = NoteKey.Parse(SpecificationKey);

        var note = SignedNote.Parse(Bytes(SpecificationNote));

        Assert.True(note.IsSignedBy(key));
        Assert.Equal("This is an example message.\n", note.Text);
        Assert.Equal(("example.com/foo", NoteKeyType.Note, 0x530d903au), (key.Name, key.Type, key.Id));
        Assert.Equal(SpecificationKey, key.ToString());
        Assert.Equal(Bytes(SpecificationNote), note.ToBytes());
    }

    [Fact]
    public void Parse_CheckpointOfTheSpecification_IsRead()
    {
        var note = SignedNote.Parse(Bytes(SpecificationCheckpoint));

        var checkpoint = Checkpoint.Parse(note.Text);

        Assert.Equal(("example.com/behind-the-sofa", 20852163L), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal(note.Text, checkpoint.ToText());
        Assert.Equal(["example.com/behind-the-sofa", "witness.example.com/w1"], note.Signatures.Select(s => s.KeyName));
        Assert.Equal(72, note.Signatures[1].Value.Length);
        Assert.Equal(Bytes(SpecificationCheckpoint), note.ToBytes());
    }

    [Fact]
    public void Sign_Checkpoint_VerifiesUnderTheVerifierKeyOnly()
    {
        var note = SignedNote.Parse(Log.Sign(Head).ToBytes());

        Assert.True(note.IsSignedBy(NoteKey.Parse(Log.Key.ToString())));
        Assert.Equal(Head, Checkpoint.Parse(note.Text));
        Assert.False(note.IsSignedBy(new NoteSigner(Log.Key.Name, Seed(1)).Key));
        Assert.False(note.IsSignedBy(new NoteSigner("another.example", new byte[32]).Key));
        Assert.False(note.IsSignedBy(Witness.Key));
    }

    [Fact]
    public void Sign_CheckpointOfAnotherLog_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Log.Sign(Head with { Origin = "traffic-gateway.example/gw-2/0123abcd" }));
    }

    [Fact]
    public void IsSignedBy_AnyByteChanged_IsFalseOrTheNoteIsNotRead()
    {
        var good = Log.Sign(Head).ToBytes();

        for (var at = 0; at < good.Length; at++)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 1;
            Assert.False(IsGood(bad), $"byte {at}");
        }
    }

    [Fact]
    public void IsSignedBy_OneGoodAndOneBadOfTheSameKey_IsFalse()
    {
        var note = Log.Sign(Head);
        var bad = note.Signatures[0] with { Value = new byte[64] };

        Assert.True(note.With(bad with { KeyId = 1 }).IsSignedBy(Log.Key));
        Assert.False(note.With(bad).IsSignedBy(Log.Key));
    }

    [Fact]
    public void Cosign_Checkpoint_TellsTheTimeAndLeavesTheLogsSignature()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1_679_315_147);

        var note = SignedNote.Parse(Witness.Cosign(Log.Sign(Head), time).ToBytes());

        Assert.True(note.IsSignedBy(Log.Key));
        Assert.Equal(time, Cosigner.TimeOf(note, NoteKey.Parse(Witness.Key.ToString())));
        Assert.Null(Cosigner.TimeOf(note, new Cosigner(Witness.Key.Name, Seed(8)).Key));
        Assert.Null(Cosigner.TimeOf(note, Log.Key));
        Assert.Null(Cosigner.TimeOf(note with { Text = note.Text.Replace("70001", "70002", StringComparison.Ordinal) },
            Witness.Key));
    }

    [Fact]
    public void Cosign_OneByteOfTheSignatureChanged_TellsNoTime()
    {
        var note = Witness.Cosign(Log.Sign(Head), SomePki.Now);
        var signature = note.Signatures[1];

        for (var at = 0; at < signature.Value.Length; at++)
        {
            var value = (byte[])signature.Value.Clone();
            value[at] ^= 0x80;
            Assert.Null(Cosigner.TimeOf(
                note with { Signatures = [note.Signatures[0], signature with { Value = value }] }, Witness.Key));
        }

        Assert.Null(Cosigner.TimeOf(
            note with { Signatures = [signature with { Value = [1, 2] }] }, Witness.Key));
    }

    [Fact]
    public void Cosign_WhatIsNoCheckpoint_IsRefused()
    {
        Assert.Throws<FormatException>(() => Witness.Cosign(SignedNote.Parse(Bytes(SpecificationNote)), SomePki.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— name AAAAAAB=\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("text\n\n—  AAAAAAA=\n")]
    [InlineData("text\n\n— name  AAAAAAA=\n")]
    [InlineData("te\txt\n\n— name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAA=\r\n")]
    public void Parse_WhatIsNoNote_IsRefused(string note)
    {
        Assert.Throws<FormatException>(() => SignedNote.Parse(Bytes(note)));
    }

    [Fact]
    public void Parse_TooLongTooManyOrNotUtf8_IsRefused()
    {
        var many = string.Concat(Enumerable.Repeat("— name AAAAAAA=\n", SignedNote.MaxSignatures + 1));

        Assert.Throws<FormatException>(() => SignedNote.Parse(Bytes("text\n\n" + many)));
        Assert.Throws<FormatException>(() => SignedNote.Parse(new byte[SignedNote.MaxBytes + 1]));
        Assert.Throws<FormatException>(() => SignedNote.Parse([0xff, .. Bytes("\n\n— name AAAAAAA=\n")]));
        Assert.Single(SignedNote.Parse(Bytes("text\n\n— name AAAAAAA=\n")).Signatures);
    }

    [Theory]
    [InlineData("origin\n1\n")]
    [InlineData("origin\n01\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    [InlineData("origin\n-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    [InlineData("origin\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==\n")]
    [InlineData("origin\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=\n")]
    [InlineData("\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    [InlineData("origin\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("origin\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\nmore\n")]
    public void Parse_WhatIsNoCheckpoint_IsRefused(string text)
    {
        Assert.Throws<FormatException>(() => Checkpoint.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=")]
    public void Parse_WhatIsNoVerifierKey_IsRefused(string key)
    {
        Assert.Throws<FormatException>(() => NoteKey.Parse(key));
    }

    [Fact]
    public void VerifyNoteKey_SignedByTheSigningKey_GivesTheKey()
    {
        using var signer = SomePki.Shared.Signer();
        var announcement = new NoteKeyAnnouncement(Log.Key);
        var verifier = new EvidenceVerifier(SomePki.Shared.Trusted, SomeTime.At(SomePki.Now));

        var signature = signer.Sign(announcement, SomePki.Now);

        Assert.Equal(Log.Key, verifier.VerifyNoteKey(announcement.ToBytes(), signature));
        var other = new NoteKeyAnnouncement(new NoteSigner(Log.Key.Name, Seed(9)).Key).ToBytes();
        Assert.Equal(
            EvidenceCheck.MessageDigest,
            Assert.Throws<EvidenceException>(() => verifier.VerifyNoteKey(other, signature)).Check);
        Assert.Equal(
            EvidenceCheck.NoteKey,
            Assert.Throws<EvidenceException>(() => verifier.VerifyNoteKey(Bytes("x\n"), signature)).Check);
    }

    private static bool IsGood(byte[] note)
    {
        try
        {
            return SignedNote.Parse(note).IsSignedBy(Log.Key);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Seed(byte value) => [.. Enumerable.Repeat(value, 32)];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
