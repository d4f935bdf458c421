using Gateway.Domain;
using Gateway.Testing;

namespace Gateway.UnitTests.Domain.Documents;

/// <summary>
/// Whatever bytes come, they are taken or refused with a word, never with an exception. What is drawn depends on the
/// seed in the test's name alone.
/// </summary>
public sealed class DocumentMutantTests
{
    private const int Mutants = 20_000;

    private static readonly byte[][] Files =
    [
        SomeDocument.Pdf(), SomeDocument.PdfWithStream("/Encrypt 9 0 R"), SomeDocument.Jpeg(), SomeDocument.Png(),
    ];

    private static readonly AppealDocumentType[] Types = Enum.GetValues<AppealDocumentType>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parse_MutantsOfFiles_AreTakenOrRefusedWithAWord(int seed)
    {
        var random = new Random(seed);

        for (var i = 0; i < Mutants; i++)
            CheckTakenOrRefused(random, Mutant(random, Files[random.Next(Files.Length)]));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Parse_ArbitraryBytesBehindASignature_AreTakenOrRefusedWithAWord(int seed)
    {
        var random = new Random(seed);

        for (var i = 0; i < Mutants; i++)
        {
            var start = Files[random.Next(Files.Length)].AsSpan(0, random.Next(9));
            var rest = new byte[random.Next(200)];
            random.NextBytes(rest);
            CheckTakenOrRefused(random, [.. start, .. rest]);
        }
    }

    [Fact]
    public void Parse_EveryPrefixOfAFile_IsRefused()
    {
        foreach (var file in Files.Where(file => file != Files[1]))
        {
            // A PDF may go without the line feed behind its end.
            for (var length = 0; length < file.Length - 1; length++)
                Assert.All(Types, type => Assert.Null(
                    DocumentContent.Parse(type, file.AsMemory(0, length), new FieldErrors())));
        }
    }

    private static void CheckTakenOrRefused(Random random, byte[] bytes)
    {
        var errors = new FieldErrors();

        var content = DocumentContent.Parse(Types[random.Next(Types.Length)], bytes, errors);

        Assert.Equal(content is null, errors.Any);
        Assert.All(errors.Items, error => Assert.InRange(error.Description.Length, 5, 160));
    }

    private static byte[] Mutant(Random random, byte[] file)
    {
        var mutant = file.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && mutant.Count > 0; changes--)
        {
            var at = random.Next(mutant.Count);
            switch (random.Next(5))
            {
                case 0:
                    mutant[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutant[at] = random.Next(2) == 0 ? byte.MinValue : byte.MaxValue;
                    break;
                case 2:
                    mutant.RemoveRange(at, random.Next(mutant.Count - at));
                    break;
                case 3:
                    mutant.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    mutant.InsertRange(at, mutant.GetRange(at, random.Next(mutant.Count - at)));
                    break;
            }
        }

        return [.. mutant];
    }
}
