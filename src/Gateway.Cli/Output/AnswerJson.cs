using System.Text.Json.Nodes;
using Gateway.Client;
using Google.Protobuf;

namespace Gateway.Cli.Output;

/// <summary>The JSON document of a command that called the gateway.</summary>
internal static class AnswerJson
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    /// <summary><c>response</c> in the JSON form of protobuf, of a command that called nobody.</summary>
    public static JsonObject Of(IMessage response) =>
        new() { ["response"] = JsonNode.Parse(Formatter.Format(response)) };

    /// <summary>
    /// <c>response</c> in the JSON form of protobuf, <c>evidence</c> of the last call, and <c>earlierEvidence</c> of
    /// the calls before.
    /// </summary>
    public static JsonObject Of(IMessage response, IReadOnlyList<VerifiedAnswer> answers)
    {
        var document = Of(response);
        document["evidence"] = EvidenceSummary.ToJson(answers[^1].Evidence);
        if (answers.Count > 1)
        {
            var earlier = answers.SkipLast(1).Select(answer => EvidenceSummary.ToJson(answer.Evidence));
            document["earlierEvidence"] = new JsonArray([.. earlier]);
        }

        return document;
    }
}
