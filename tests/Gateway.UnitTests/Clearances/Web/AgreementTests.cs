using System.Text.Json;
using Gateway.Clearance;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.UnitTests.Clearances.Web;

/// <summary>The page's scripts and the library judge alike, whatever they are shown.</summary>
public sealed class AgreementTests : IDisposable
{
    private readonly QuestionSource _questions = new();
    private readonly string _folder = TestFolders.Create();

    [ToolFact("node")]
    public async Task Codes_HaveTheSameVerdictAndReasonInBoth()
    {
        var codes = _questions.Codes();

        var answers = (await AskAsync(codes, [])).Codes;

        var library = codes.Select(Judge).ToList();
        Assert.Equal(codes.Count, answers.Count);
        Assert.All(codes.Zip(library, answers), pair => Assert.True(
            pair.Second == pair.Third, $"{pair.Second} of the library, {pair.Third} of the page: {pair.First}"));
        Assert.Subset(
            library.Select(answer => answer.Reason).ToHashSet(),
            Enum.GetValues<ClearanceReason>().Select(ReasonName).ToHashSet());
    }

    [ToolFact("node")]
    public async Task Lists_AreTakenOrRefusedByBoth()
    {
        var lists = _questions.Lists();

        var answers = (await AskAsync([], lists)).Lists;

        Assert.Equal(lists.Count, answers.Count);
        var library = lists.Select(NumberOf).ToList();
        Assert.All(lists.Zip(library, answers), pair => Assert.True(
            pair.Second == pair.Third,
            $"{pair.Second} of the library, {pair.Third} of the page: {Convert.ToHexString(pair.First.Bytes)}"));
        Assert.InRange(library.Count(number => number is not null), lists.Count / 50, lists.Count / 2);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _questions.Dispose();
        TestFolders.Delete(_folder);
    }

    private async Task<Answers> AskAsync(IReadOnlyList<CodeQuestion> codes, IReadOnlyList<ListQuestion> lists)
    {
        var questions = new
        {
            Roots = new[] { _questions.RootPublicKey },
            Trust = _questions.TrustFile,
            Revocations = _questions.RevocationFile,
            Codes = codes.Select(
                code => new { code.Text, Now = code.Now.ToUnixTimeMilliseconds(), code.WithRevocations }),
            Lists = lists,
        };
        var file = Path.Combine(_folder, "questions.json");
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(questions, JsonSerializerOptions.Web));
        return await PageScripts.AskAsync<Answers>("verdicts.mjs", file);
    }

    private Answer Judge(CodeQuestion code)
    {
        var check = new ClearanceVerifier(_questions.Trust, code.WithRevocations ? _questions.Revocations : null)
            .Check(code.Text, code.Now);
        var verdict = JsonNamingPolicy.SnakeCaseUpper.ConvertName(check.Verdict.ToString());
        return new Answer(verdict, check.ReasonName, check.Claims?.Subject);
    }

    private string? NumberOf(ListQuestion list)
    {
        try
        {
            var number = list.IsTrust
                ? TrustList.Read(list.Bytes, [_questions.RootPublicKey]).Number
                : RevocationList.Read(list.Bytes, _questions.Trust).Number;
            return $"{number}";
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string ReasonName(ClearanceReason reason) =>
        new ClearanceCheck(ClearanceVerdict.Forged, reason, null).ReasonName;

    private sealed record Answer(string Verdict, string Reason, string? Subject);

    private sealed record Answers(IReadOnlyList<Answer> Codes, IReadOnlyList<string?> Lists);
}
