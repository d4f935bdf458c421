using System.Text;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>Messages of the contract as indented JSON, to read. What counts are their bytes.</summary>
internal static class MessageText
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithIndentation());

    private static readonly FileDescriptor[] Files =
    [
        FinesReflection.Descriptor, SettlementsReflection.Descriptor, AppealsReflection.Descriptor,
        ClearancesReflection.Descriptor, EvidenceReflection.Descriptor,
    ];

    /// <summary>The method of a path; null where this program's contract has none.</summary>
    public static MethodDescriptor? MethodOf(string path) => Files
        .SelectMany(file => file.Services)
        .SelectMany(service => service.Methods)
        .FirstOrDefault(method => $"/{method.Service.FullName}/{method.Name}" == path);

    /// <summary>
    /// The messages of a call as texts, by file name; of a stream one after the other. What is none of the method's
    /// type has no text.
    /// </summary>
    /// <param name="statement">The statement of the call.</param>
    /// <param name="messages">Its messages by file name.</param>
    public static IEnumerable<(string Name, byte[] Text)> Of(
        Statement statement, IReadOnlyDictionary<string, byte[]> messages)
    {
        if (MethodOf(statement.Method) is not { } method)
            yield break;
        foreach (var direction in BundleMessages.Directions)
        {
            var type = TypeOf(method, direction);
            var texts = FilesOf(statement, direction)
                .Select(file => messages.TryGetValue(file, out var message) ? Of(type, message) : null)
                .ToList();
            if (texts.Count > 0 && texts.TrueForAll(text => text is not null))
                yield return (direction + ".txt", Encoding.UTF8.GetBytes(string.Concat(texts)));
        }
    }

    /// <summary>The type of a direction's messages.</summary>
    public static MessageDescriptor TypeOf(MethodDescriptor method, string direction) =>
        direction == BundleMessages.Directions[0] ? method.InputType : method.OutputType;

    /// <summary>The files with a direction's messages, one each.</summary>
    public static IEnumerable<string> FilesOf(Statement statement, string direction) =>
        BundleMessages.CountOf(statement, direction) switch
        {
            1 => [BundleMessages.FileOf(direction)],
            var count => Enumerable.Range(1, count).Select(number => BundleMessages.FileOf(direction, number)),
        };

    private static string? Of(MessageDescriptor type, ReadOnlySpan<byte> message)
    {
        try
        {
            return Formatter.Format(type.Parser.ParseFrom(message)) + "\n";
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
