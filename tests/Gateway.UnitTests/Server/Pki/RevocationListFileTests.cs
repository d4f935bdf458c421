using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Org.BouncyCastle.Asn1.X509;

namespace Gateway.UnitTests.Server.Pki;

public sealed class RevocationListFileTests : IDisposable
{
    private const string Label = "X509 CRL";
    private readonly string _folder = TestFolders.Create();
    private readonly List<string> _notes = [];
    private readonly X509Certificate2 _postal = TestPki.Shared.KeyPair("postal-root");

    public void Dispose()
    {
        _postal.Dispose();
        TestFolders.Delete(_folder);
    }

    [Fact]
    public void Load_OneInDer_IsRead()
    {
        var list = Assert.Single(Load(new SomeRevocationList(_postal).ToDer()));

        Assert.Equal(5, list.Number);
        Assert.Empty(_notes);
    }

    [Fact]
    public void Load_SeveralInPem_AreReadAndADeltaIsLeftOutWithAWord()
    {
        var delta = new SomeRevocationList(_postal) { Extensions = [(X509Extensions.DeltaCrlIndicator, true)] };
        var text = Pem(new SomeRevocationList(_postal)) + Pem(delta);

        var lists = Load(System.Text.Encoding.ASCII.GetBytes(text));

        Assert.Single(lists);
        Assert.Contains("delta list, which is not used", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "holds no revocation list")]
    [InlineData(2, "cut off")]
    public void Load_PemThatIsCutOff_IsRefused(int lists, string word)
    {
        var text = string.Concat(Enumerable.Repeat(Pem(new SomeRevocationList(_postal)), lists))[..^40];

        var refused = Assert.Throws<InvalidDataException>(() => Load(System.Text.Encoding.ASCII.GetBytes(text)));

        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
        Assert.Contains("lists.crl", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_OfAnotherProcess_AreKept()
    {
        var older = Lists(4);
        var newer = Lists(5);
        Assert.Null(RevocationNumbers.Open(_folder).Raise(newer));

        var numbers = RevocationNumbers.Open(_folder);

        numbers.Check(newer);
        var refused = Assert.Throws<InvalidDataException>(() => numbers.Check(older));
        Assert.Contains("has number 4; number 5 was in force", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{\"a\": \"-1\"}")]
    [InlineData("{\"a\": \"")]
    public void Numbers_ThatCannotBeRead_StopTheStart(string content)
    {
        File.WriteAllText(Path.Combine(_folder, RevocationNumbers.FileName), content);

        var refused = Assert.Throws<InvalidDataException>(() => RevocationNumbers.Open(_folder));

        Assert.Contains(RevocationNumbers.FileName, refused.Message, StringComparison.Ordinal);
    }

    private static string Pem(SomeRevocationList list) => PemEncoding.WriteString(Label, list.ToDer()) + "\n";

    private RevocationLists Lists(long number) => new(
        Load((new SomeRevocationList(_postal) { Number = number }).ToDer()), unlisted: []);

    private IReadOnlyList<CallerRevocationList> Load(byte[] content)
    {
        File.WriteAllBytes(Path.Combine(_folder, "lists.crl"), content);
        using var files = FileSnapshot.Read(_folder, ["lists.crl"]);
        return RevocationListFile.Load(files, "lists.crl", [_postal], TimeProvider.System.GetUtcNow(), _notes);
    }
}
