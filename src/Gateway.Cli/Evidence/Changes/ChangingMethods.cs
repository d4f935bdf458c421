using Gateway.Contracts.V1;
using Google.Protobuf.Reflection;

namespace Gateway.Cli.Evidence.Changes;

/// <summary>The methods whose success is a change, as the contract says.</summary>
internal static class ChangingMethods
{
    // Once there is a settlement, this only tells what became of it.
    private const string Abandon = "/traffic.gateway.v1.SettlementService/AbandonSettlement";

    private static readonly FileDescriptor[] Files =
    [
        FinesReflection.Descriptor, SettlementsReflection.Descriptor, AppealsReflection.Descriptor,
        ClearancesReflection.Descriptor, EvidenceReflection.Descriptor,
    ];

    private static readonly HashSet<string> Paths =
    [
        .. Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)
            .Where(method => method.GetOptions()?.GetExtension(AccessExtensions.Access)?.Idempotency
                == Idempotency.RequestId)
            .Select(method => $"/{method.Service.FullName}/{method.Name}")
            .Where(path => path != Abandon),
    ];

    /// <summary>Whether each answer OK of the method is that of a change.</summary>
    public static bool Contains(string path) => Paths.Contains(path);
}
