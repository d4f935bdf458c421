using System.Collections.Concurrent;
using Grpc.Core;

namespace Gateway.Client.Verification;

/// <summary>
/// The same methods, but over bytes. One instance per method for the life of a channel, because gRPC keeps what it
/// knows of a method by instance. Thread-safe.
/// </summary>
internal sealed class RawMethods
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);
    private readonly ConcurrentDictionary<(MethodType, string), Method<byte[], byte[]>> _methods = new();

    public Method<byte[], byte[]> For(IMethod method) => _methods.GetOrAdd(
        (method.Type, method.FullName),
        static (_, m) => new Method<byte[], byte[]>(m.Type, m.ServiceName, m.Name, Bytes, Bytes),
        method);
}
