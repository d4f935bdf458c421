using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.UnitTests.Clearances.Forging;

namespace Gateway.UnitTests.Clearances.Verification;

/// <summary>Members of a certificate of another form, rightly signed by the issuer: still none.</summary>
public sealed class MemberRefusalTests : IDisposable
{
    private const long Certificate = -65537;

    private static readonly Dictionary<string, Action<RawItem>> Changes = new(StringComparer.Ordinal)
    {
        ["a member that is not known"] = members => members.Add(10, RawItem.Text("x")),
        ["a member 0"] = members => members.Add(0, RawItem.Int(0)),
        ["a negative member"] = members => members.Add(-1, RawItem.Int(0)),
        ["a member of text"] = members => members.Items.AddRange([RawItem.Text("x"), RawItem.Int(0)]),
        ["no number"] = members => members.Remove(1),
        ["no kind"] = members => members.Remove(2),
        ["no subject"] = members => members.Remove(3),
        ["no branch"] = members => members.Remove(6),
        ["no sheet serial"] = members => members.Remove(7),
        ["no result"] = members => members.Remove(8),
        ["no plate kind"] = members => members.Remove(11),
        ["a number as number"] = members => members[1] = RawItem.Int(260731123456780),
        ["a number of 14 digits"] = members => members[1] = RawItem.Text(SomeCredential.Number[..14]),
        ["a number of 16 digits"] = members => members[1] = RawItem.Text(SomeCredential.Number + "0"),
        ["a number with another digit"] = members => members[1].Content[9] ^= 1,
        ["a number in Arabic digits"] = members => members[1] = RawItem.Text("٢٦٠٧٣١١٢٣٤٥٦٧٨٠"),
        ["kind 0"] = members => members[2] = RawItem.Int(0),
        ["kind 3"] = members => members[2] = RawItem.Int(3),
        ["a negative kind"] = members => members[2] = RawItem.Int(-1),
        ["a huge kind"] = members => members[2].Value = ulong.MaxValue,
        ["a licence's kind beside a plate"] = members => members[2] = RawItem.Int(2),
        ["an empty subject"] = members => members[3] = RawItem.Text(""),
        ["a subject too long"] = members => members[3] = RawItem.Text("ق ب ل " + new string('1', 20)),
        ["a subject without spaces"] = members => members[3] = RawItem.Text("قبل 1234"),
        ["a subject with two spaces"] = members => members[3] = RawItem.Text("ق ب ل  1234"),
        ["a subject with a space behind"] = members => members[3] = RawItem.Text("ق ب ل 1234 "),
        ["a subject in Latin letters"] = members => members[3] = RawItem.Text("A B C 1234"),
        ["a subject with a letter not in use"] = members => members[3] = RawItem.Text("ق ب ك 1234"),
        ["a subject with a control"] = members => members[3] = RawItem.Text("ق ب ل\u00001234"),
        ["a subject that turns around"] = members => members[3] = RawItem.Text("\u202Eق ب ل 1234"),
        ["a subject in Arabic digits"] = members => members[3] = RawItem.Text("ق ب ل ١٢٣٤"),
        ["a subject of five digits"] = members => members[3] = RawItem.Text("ق ب ل 12345"),
        ["a subject of digits only"] = members => members[3] = RawItem.Text("1234"),
        ["a subject of letters only"] = members => members[3] = RawItem.Text("ق ب ل"),
        ["a subject that is no UTF-8"] = members => members[3].Content[0] = 0xFF,
        ["a subject as bytes"] = members => members[3].Major = 2,
        ["a branch of four digits"] = members => members[6] = RawItem.Text("0001"),
        ["a branch of letters"] = members => members[6] = RawItem.Text("0000A"),
        ["a sheet serial too short"] = members => members[7] = RawItem.Text("EG1"),
        ["a sheet serial too long"] = members => members[7] = RawItem.Text(new string('1', 21)),
        ["a sheet serial in small letters"] = members => members[7] = RawItem.Text("eg-26-0004711"),
        ["result 0"] = members => members[8] = RawItem.Int(0),
        ["result 2"] = members => members[8] = RawItem.Int(2),
        ["a truth value as result"] = members => members[8] = RawItem.Simple(21),
        ["plate kind 0"] = members => members[11] = RawItem.Int(0),
        ["plate kind 10"] = members => members[11] = RawItem.Int(10),
        ["a governorate beside letters"] = members => members.Add(12, RawItem.Text("21")),
        ["an empty governorate"] = members => members.Add(12, RawItem.Text("")),
        ["a holder in clear"] = members => members[9] = RawItem.Text("سارة"),
        ["a holder as bytes"] = members => members[9] = RawItem.Bytes(members[9].Encode()),
        ["a holder under another tag"] = members => members[9].Value = 16,
        ["a holder without its tag"] = members => members[9] = members[9].Items[0],
        ["a holder for nobody"] = members => members[9].Items[0].Items[3].Items.Clear(),
        ["a holder for two"] = members =>
            members[9].Items[0].Items[3].Items.Add(members[9].Items[0].Items[3].Items[0]),
        ["a holder of nothing"] = members => members[9].Items[0].Items[2].Content = new byte[16],
        ["a holder under another cipher"] = members =>
            members[9].Items[0].Items[0].Content = RawItem.Map(RawItem.Int(1), RawItem.Int(3)).Encode(),
        ["a holder with a short nonce"] = members => members[9].Items[0].Items[1][5].Content = new byte[11],
        ["a holder with more in its header"] = members => members[9].Items[0].Items[1].Add(4, RawItem.Bytes([1])),
        ["a holder with both coordinates"] = members =>
            members[9].Items[0].Items[3].Items[0].Items[1][-1][-3] = RawItem.Bytes(new byte[32]),
        ["a holder with a key identifier too long"] = members =>
            members[9].Items[0].Items[3].Items[0].Items[1][4].Content = new byte[9],
        ["a holder under a wrapped key"] = members =>
            members[9].Items[0].Items[3].Items[0].Items[2].Content = new byte[24],
    };

    private readonly ClearanceParties _parties = new();

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Member_OfAnotherForm_IsForged(string name)
    {
        var code = OddCode.Reclaimed(
            _parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()),
            _parties.IssuerKey,
            claims => Changes[name](claims[Certificate]));

        AssertClaimsWrong(code);
    }

    [Fact]
    public void OldPlate_OfAnotherForm_IsForged()
    {
        AssertOldPlate(members => members.Remove(12));
        AssertOldPlate(members => members[12] = RawItem.Text("99"));
        AssertOldPlate(members => members[12] = RawItem.Text("88"));
        AssertOldPlate(members => members[12] = RawItem.Text("٢١"));
        AssertOldPlate(members => members[12] = RawItem.Int(21));
        AssertOldPlate(members => members[3] = RawItem.Text("12345678"));
        AssertOldPlate(members => members[3] = RawItem.Text("ق ب ل 1234"));
    }

    [Fact]
    public void Licence_OfAnotherForm_IsForged()
    {
        AssertLicence(members => members.Add(11, RawItem.Int(1)));
        AssertLicence(members => members.Add(12, RawItem.Text("21")));
        AssertLicence(members => members[3] = RawItem.Text("765"));
        AssertLicence(members => members[3] = RawItem.Text("1080027651"));
        AssertLicence(members => members[3] = RawItem.Text("765A"));
        AssertLicence(members => members[2] = RawItem.Int(1));
    }

    /// <inheritdoc/>
    public void Dispose() => _parties.Dispose();

    private void AssertOldPlate(Action<RawItem> change) => AssertClaimsWrong(OddCode.Reclaimed(
        _parties.Issue(SomeCredential.OldPlate()), _parties.IssuerKey, claims => change(claims[Certificate])));

    private void AssertLicence(Action<RawItem> change) => AssertClaimsWrong(OddCode.Reclaimed(
        _parties.Issue(SomeCredential.Licence()), _parties.IssuerKey, claims => change(claims[Certificate])));

    private void AssertClaimsWrong(string code)
    {
        var check = _parties.Verifier().Check(code, ClearanceParties.Now);

        Assert.Equal(new ClearanceCheck(ClearanceVerdict.Forged, ClearanceReason.ClaimsWrong, null), check);
    }
}
