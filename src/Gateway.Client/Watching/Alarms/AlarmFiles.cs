using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gateway.Client.Watching.Alarms;

/// <summary>An alarm as files, for openssl and for a court.</summary>
internal static class AlarmFiles
{
    private const int ShortDigest = 16;

    /// <summary>Name of its folder: the same for the same contradiction of the same known head.</summary>
    public static string FolderOf(LogAlarm alarm)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(alarm.Known.Text));
        return $"{Word(alarm.Kind)}-{digest[..ShortDigest]}";
    }

    /// <summary>One word.</summary>
    public static string Word(LogAlarmKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The files.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Of(LogAlarm alarm, string time)
    {
        yield return ("known/batch.txt", alarm.Known.Text);
        yield return ("known/batch.p7s", alarm.Known.Signature);
        yield return ("shown/batch.txt", alarm.Shown.Text);
        yield return ("shown/batch.p7s", alarm.Shown.Signature);
        if (alarm.Proof is { } proof)
            yield return ("proof.txt", Encoding.ASCII.GetBytes(Line(alarm, proof)));
        yield return ("alarm.txt", Encoding.UTF8.GetBytes($"{time} {Word(alarm.Kind)}\n{alarm.Message}\n"));
    }

    private static string Line(LogAlarm alarm, IEnumerable<byte[]> proof)
    {
        var path = string.Join(' ', proof.Select(Convert.ToBase64String));
        return string.Create(
            CultureInfo.InvariantCulture, $"consistency {alarm.Known.Size} {alarm.Shown.Size} {path}\n");
    }
}
