using System.Formats.Asn1;
using System.Numerics;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

/// <summary>A signature has one encoding. Other programs may accept some of these; the verifier accepts none.</summary>
public sealed class SignatureTwinTests : IDisposable
{
    private const byte Sequence = 0x30;
    private const byte Set = 0x31;
    private const byte Null = 0x05;

    private static readonly int[] SignedData = [1, 0];
    private static readonly int[] SignerInfo = [1, 0, 4, 0];
    private static readonly int[] SignedAttributes = [1, 0, 4, 0, 3];

    private readonly CertificateBatchSigner _signer = SomePki.Shared.Signer();
    private readonly Batch _batch = SomeAnswer.BatchOf(SomeAnswer.Plain.Statement);
    private readonly EvidenceVerifier _verifier = new(SomePki.Shared.Trusted, SomeTime.At(SomePki.Now));
    private readonly byte[] _signature;

    public SignatureTwinTests() => _signature = _signer.Sign(_batch, SomePki.Now);

    [Fact]
    public void DerNode_WrittenAgain_IsTheSame()
    {
        Assert.Equal(_signature, DerNode.Parse(_signature).Encode());
        Verify(_signature);
    }

    [Fact]
    public void Verify_EachNodeWithALongerLength_IsRefused()
    {
        for (var index = 0; index < DerNode.Parse(_signature).All().Count(); index++)
        {
            var twin = DerNode.Parse(_signature);
            twin.All().ElementAt(index).LongerLength = 1;
            RefuseAny(twin.Encode(), $"node {index}");
        }
    }

    [Fact]
    public void Verify_EachNodeWithIndefiniteLength_IsRefused()
    {
        for (var index = 0; index < DerNode.Parse(_signature).All().Count(node => node.Children.Count > 0); index++)
        {
            var twin = DerNode.Parse(_signature);
            twin.All().Where(node => node.Children.Count > 0).ElementAt(index).Indefinite = true;
            RefuseAny(twin.Encode(), $"node {index}");
        }
    }

    [Fact]
    public void Verify_AppendedByte_IsRefused() => RefuseForm([.. _signature, 0]);

    [Fact]
    public void Verify_EveryBeginning_IsRefused()
    {
        for (var length = 1; length < _signature.Length; length++)
            RefuseForm(_signature[..length]);
    }

    [Fact]
    public void Verify_AppendedByteInEachSequence_IsRefused()
    {
        for (var index = 0; index < DerNode.Parse(_signature).All().Count(node => node.Children.Count > 0); index++)
        {
            var twin = DerNode.Parse(_signature);
            twin.All().Where(node => node.Children.Count > 0).ElementAt(index).Children.Add(DerNode.Primitive(Null));
            RefuseAny(twin.Encode(), $"node {index}");
        }
    }

    [Fact]
    public void Verify_SignedAttributesInAnotherOrder_IsRefused() =>
        RefuseForm(twin => twin.At(SignedAttributes).Children.Reverse());

    [Fact]
    public void Verify_SignedAttributeTwice_IsRefused() =>
        RefuseForm(twin => twin.At(SignedAttributes).Children.Insert(1, twin.At(SignedAttributes).Children[1]));

    [Fact]
    public void Verify_UnsignedAttributes_AreRefused() =>
        RefuseForm(twin => twin.At(SignerInfo).Children.Add(
            DerNode.Constructed(0xA1, twin.At(SignedAttributes).Children[1])));

    [Fact]
    public void Verify_EmptyUnsignedAttributes_AreRefused() =>
        RefuseForm(twin => twin.At(SignerInfo).Children.Add(DerNode.Constructed(0xA1)));

    [Fact]
    public void Verify_SecondSigner_IsRefused() =>
        RefuseForm(twin => twin.At(SignedData).Children[4].Children.Add(twin.At(SignerInfo)));

    [Fact]
    public void Verify_SecondCertificate_IsRefused() =>
        RefuseForm(twin => twin.At(SignedData).Children[3].Children.Add(DerNode.Parse(SomePki.Shared.Issuer.RawData)));

    [Fact]
    public void Verify_NoCertificate_IsRefused() =>
        RefuseForm(twin => twin.At(SignedData).Children.RemoveAt(3));

    [Fact]
    public void Verify_RevocationList_IsRefused() =>
        RefuseForm(twin => twin.At(SignedData).Children.Insert(4, DerNode.Constructed(0xA1)));

    [Fact]
    public void Verify_AttachedContent_IsRefused() =>
        RefuseForm(twin => twin.At(SignedData).Children[2].Children.Add(
            DerNode.Constructed(0xA0, DerNode.Primitive(0x04, 1, 2, 3))));

    [Fact]
    public void Verify_OtherVersion_IsRefused() =>
        RefuseForm(twin => twin.At(SignedData).Children[0] = DerNode.Primitive(0x02, 3));

    [Fact]
    public void Verify_DigestAlgorithmWithNull_IsRefused() =>
        RefuseForm(twin => twin.At(SignerInfo).Children[2].Children.Add(DerNode.Primitive(Null)));

    [Fact]
    public void Verify_SignatureAlgorithmWithNull_IsRefused() =>
        RefuseForm(twin => twin.At(SignerInfo).Children[4].Children.Add(DerNode.Primitive(Null)));

    [Fact]
    public void Verify_NoDigestAlgorithms_IsRefused() =>
        RefuseForm(twin => twin.At(SignedData).Children[1] = DerNode.Constructed(Set));

    [Fact]
    public void Verify_ConstructedSignatureValue_IsRefused() =>
        RefuseForm(twin => twin.At(SignerInfo).Children[5] =
            DerNode.Constructed(0x24, twin.At(SignerInfo).Children[5]));

    [Fact]
    public void Verify_PaddedInteger_IsRefused()
    {
        var (r, s) = Value();

        RefuseValue([2, .. Tlv([0, 0, .. r.ToByteArray(isBigEndian: true)]), .. Integer(s)]);
        RefuseValue([.. Integer(r), .. Integer(s), 5, 0]);
        RefuseValue([.. Integer(r)]);
        RefuseValue([.. Integer(BigInteger.Zero), .. Integer(s)]);
        RefuseValue([.. Integer(r), .. Integer(-s)]);
        RefuseValue([.. Integer(r << 64), .. Integer(s)]);
    }

    [Fact]
    public void Verify_IntegerAboveTheOrder_IsRefused()
    {
        var (r, s) = Value();
        var order = BigInteger.Parse(
            "0ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
            System.Globalization.NumberStyles.HexNumber,
            System.Globalization.CultureInfo.InvariantCulture);

        var twin = WithValue([.. Integer(r), .. Integer(s + order)]);

        RefuseAny(twin, "s plus the order of the curve");
    }

    [Fact]
    public void Verify_EveryFlippedBitOfTheSignature_IsRefused()
    {
        for (var bit = 0; bit < _signature.Length * 8; bit++)
            RefuseAny(Flipped(_signature, bit), $"bit {bit}");
    }

    public void Dispose() => _signer.Dispose();

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private void RefuseForm(Action<DerNode> change)
    {
        var twin = DerNode.Parse(_signature);
        change(twin);
        RefuseForm(twin.Encode());
    }

    private void RefuseForm(byte[] signature) => Refusal.Of(EvidenceCheck.SignatureForm, () => Verify(signature));

    private void RefuseAny(byte[] signature, string twin)
    {
        try
        {
            Verify(signature);
        }
        catch (EvidenceException)
        {
            return;
        }

        Assert.Fail($"accepted: {twin}");
    }

    private void RefuseValue(byte[] pair) => RefuseForm(WithValue(pair));

    private byte[] WithValue(byte[] pair)
    {
        var twin = DerNode.Parse(_signature);
        twin.At(SignerInfo).Children[5] = DerNode.Primitive(0x04, [Sequence, .. Tlv(pair)]);
        return twin.Encode();
    }

    private (BigInteger R, BigInteger S) Value()
    {
        var pair = new AsnReader(CmsReader.Read(_signature).Value, AsnEncodingRules.DER).ReadSequence();
        return (pair.ReadInteger(), pair.ReadInteger());
    }

    private static byte[] Integer(BigInteger value) => [2, .. Tlv(value.ToByteArray(isBigEndian: true))];

    private static byte[] Tlv(byte[] content) => [(byte)content.Length, .. content];

    private void Verify(byte[] signature) => _verifier.Verify(
        SomeAnswer.Evidence(SomeAnswer.Plain.Statement.ToBytes(), _batch.ToBytes(), signature), SomeAnswer.Plain.Facts);
}
