using Gateway.Contracts.V1;
using Gateway.Server.Errors;
using Gateway.Testing.Tools;

namespace Gateway.UnitTests.Server;

public sealed class ReasonTextsTests
{
    private const int LongestMessageOfAStatement = 96;

    public static TheoryData<ErrorReason> Reasons =>
        [.. Enum.GetValues<ErrorReason>().Where(reason => reason != ErrorReason.Unspecified)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Reason_HasOneFixedSentence_ThatAStatementCanCarry(ErrorReason reason)
    {
        var text = ReasonTexts.Of(reason);

        Assert.InRange(text.Sentence.Length, 10, LongestMessageOfAStatement);
        Assert.DoesNotContain(text.Sentence, c => c is < ' ' or > '~' or '"' or '\\' or '%');
        Assert.EndsWith(".", text.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Reason_StandsInTheTableOfTheContract_WithItsCode(ErrorReason reason)
    {
        var name = ReasonTexts.NameOf(reason);
        var row = File.ReadLines(Path.Combine(Repository.Root, "protos", "README.md"))
            .SingleOrDefault(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));

        Assert.NotNull(row);
        var code = string.Concat(
            ReasonTexts.Of(reason).Code.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : $"{c}"));
        Assert.Contains($"| {code.ToUpperInvariant()}", row, StringComparison.Ordinal);
    }
}
