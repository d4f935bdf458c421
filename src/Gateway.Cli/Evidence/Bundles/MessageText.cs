using Gateway.Contracts.V1;
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

    /// <summary>The text of a message; null where it is none of this type.</summary>
    public static string? Of(MessageDescriptor type, ReadOnlySpan<byte> message)
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
