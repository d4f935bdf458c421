using System.Text.Json.Serialization;

namespace Gateway.Server.Sms.Spool;

/// <summary>A message in the spool, as JSON in UTF-8: one file a message, <c>{appeal}-{sequence}.json</c>.</summary>
/// <param name="Number">To whom, E.164.</param>
/// <param name="Language"><c>ar</c> or <c>en</c>.</param>
/// <param name="Text">The text.</param>
/// <param name="AppealNumber">Number of the appeal.</param>
/// <param name="Sequence">Number of the event in the appeal.</param>
/// <param name="Time">When it was written.</param>
internal sealed record SpoolFile(
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("language")] string Language,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("appeal_number")] string AppealNumber,
    [property: JsonPropertyName("sequence")] int Sequence,
    [property: JsonPropertyName("time")] DateTimeOffset Time)
{
    /// <summary>Name of the folder in the data directory.</summary>
    public const string Folder = "sms";
}

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(SpoolFile))]
[JsonSourceGenerationOptions(WriteIndented = true)]
internal sealed partial class SpoolJson : JsonSerializerContext;
