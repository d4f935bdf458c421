using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Cli.Sms;

/// <summary>A message in the gateway's spool: <c>{data directory}/sms/{appeal}-{sequence}.json</c>.</summary>
internal sealed record SpooledSms(
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("language")] string Language,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("appeal_number")] string AppealNumber,
    [property: JsonPropertyName("sequence")] int Sequence,
    [property: JsonPropertyName("time")] DateTimeOffset Time)
{
    /// <summary>The number with all but its last three digits hidden.</summary>
    public string MaskedNumber => Number.Length > 3 ? $"**********{Number[^3..]}" : "***";
}

/// <summary>Reads the spool.</summary>
internal static class SpoolFolder
{
    /// <summary>The messages, the oldest first.</summary>
    /// <exception cref="JsonException">A file is not a message.</exception>
    public static IReadOnlyList<SpooledSms> Read(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "sms");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json")
                .Select(ReadFile)
                .OrderBy(sms => sms.Time).ThenBy(sms => sms.AppealNumber, StringComparer.Ordinal)]
            : [];
    }

    private static SpooledSms ReadFile(string file) =>
        JsonSerializer.Deserialize<SpooledSms>(File.ReadAllBytes(file))
        ?? throw new IOException($"{file} is not a message of the spool.");
}
