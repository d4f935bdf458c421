using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.Domain;

namespace Gateway.Server.Sms.Spool;

/// <summary>
/// Puts each message into a file instead of sending it: for trying the gateway out, and for a network that collects
/// files. A message that is sent again overwrites its file. Thread-safe.
/// </summary>
internal sealed class SpoolProvider(string folder, TimeProvider time) : ISmsProvider
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Arabic stands in the file as it is.
    private static readonly SpoolJson Json = new(new JsonSerializerOptions(SpoolJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <inheritdoc />
    public string Name => "Spool";

    /// <inheritdoc />
    public async Task<SmsSending> SendAsync(SmsMessageOut message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var name = $"{message.AppealNumber}-{message.Sequence:D3}.json";
        var content = new SpoolFile(
            message.Number.Value,
            message.Language == SmsLanguage.Arabic ? "ar" : "en",
            message.Text,
            message.AppealNumber,
            message.Sequence,
            time.GetUtcNow());
        try
        {
            Directory.CreateDirectory(folder);
            var temporary = Path.Combine(folder, $".{name}.{message.Token}");
            await using (var file = new FileStream(temporary, Options()))
            {
                await JsonSerializer.SerializeAsync(file, content, Json.SpoolFile, cancellationToken);
                await file.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(folder, name), overwrite: true);
            return new SmsSending(SmsSendingOutcome.Delivered, name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SmsSending(SmsSendingOutcome.TryAgain, Failure: "the spool cannot be written");
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
