using System.Collections.Frozen;
using Gateway.Contracts.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Gateway.Server.Access;

/// <summary>
/// The contract in force: the access rule of each method, and the descriptor set that answers are read with. Immutable.
/// </summary>
internal sealed class Contract
{
    private readonly FrozenDictionary<string, ContractMethod> _methods;

    public Contract(IEnumerable<FileDescriptor> files)
    {
        var all = InOrderOfDependency(files);
        _methods = all.SelectMany(file => file.Services).SelectMany(service => service.Methods)
            .Select(Read)
            .ToFrozenDictionary(method => method.Path, StringComparer.Ordinal);
        DescriptorSet = new FileDescriptorSet
        {
            File = { all.Select(file => FileDescriptorProto.Parser.ParseFrom(file.SerializedData)) },
        }.ToByteArray();
    }

    /// <summary>The files of this gateway's own contract.</summary>
    public static IReadOnlyList<FileDescriptor> Files { get; } =
    [
        FinesReflection.Descriptor, SettlementsReflection.Descriptor, AppealsReflection.Descriptor,
        ClearancesReflection.Descriptor, EvidenceReflection.Descriptor, ErrorsReflection.Descriptor,
    ];

    /// <summary>Serialized <c>google.protobuf.FileDescriptorSet</c>, dependencies first.</summary>
    public byte[] DescriptorSet { get; }

    /// <summary>The rule of a method; null where the contract has no such method.</summary>
    public ContractMethod? Find(string path) => _methods.GetValueOrDefault(path);

    private static ContractMethod Read(MethodDescriptor method)
    {
        var access = method.GetOptions()?.GetExtension(AccessExtensions.Access) ?? new MethodAccess();
        var path = $"/{method.Service.FullName}/{method.Name}";
        if (access.Allow.Any(grant => grant.Role == Role.Unspecified || grant.Scope == Scope.Unspecified))
            throw new InvalidOperationException($"The contract grants {path} to an unspecified role or scope.");
        if (access.Allow.Any(grant => grant.Scope is Scope.OwnBranch or Scope.Post) && !NamesACounter(method))
            throw new InvalidOperationException($"The contract grants {path} by branch, but its request names no counter.");
        if (access.Allow.Count > 0 && !IsIdempotent(method, access.Idempotency))
            throw new InvalidOperationException(
                $"The contract opens {path} without saying what makes a repeated call harmless, or without its request_id.");
        return new ContractMethod(
            path, access.Allow.ToFrozenDictionary(grant => grant.Role, grant => grant.Scope), access.Idempotency);
    }

    private static bool IsIdempotent(MethodDescriptor method, Idempotency idempotency) => idempotency switch
    {
        Idempotency.ReadOnly => true,
        Idempotency.RequestId => method.InputType.FindFieldByName("request_id") is { FieldType: FieldType.String },
        _ => false,
    };

    private static bool NamesACounter(MethodDescriptor method) => !method.IsClientStreaming
        && method.InputType.Fields.InDeclarationOrder().Any(field =>
            field.FieldType == FieldType.Message && !field.IsRepeated && field.MessageType.FullName == Counter.Descriptor.FullName);

    private static List<FileDescriptor> InOrderOfDependency(IEnumerable<FileDescriptor> files)
    {
        var ordered = new List<FileDescriptor>();
        foreach (var file in files)
            Visit(file);
        return ordered;

        void Visit(FileDescriptor file)
        {
            if (ordered.Any(seen => seen.Name == file.Name))
                return;
            foreach (var dependency in file.Dependencies)
                Visit(dependency);
            ordered.Add(file);
        }
    }
}
