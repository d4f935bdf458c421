using System.Collections.Concurrent;
using Gateway.Contracts.V1;
using Gateway.Server.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Gateway.Server.Access;

/// <summary>
/// Holds every request that names a <see cref="Counter"/> to the branch that the caller may speak for.
/// </summary>
internal sealed class CounterScope : Interceptor
{
    private static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor?> Fields = new();

    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(request, context);
        return continuation(request, context);
    }

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(request, context);
        return continuation(request, responseStream, context);
    }

    // A counter that is missing is a wrong field and is told with the others.
    private static void Check<TRequest>(TRequest request, ServerCallContext context)
    {
        if (request is not IMessage message || context.GetHttpContext().Features.Get<AccessGrant>() is not { } grant)
            return;

        var field = Fields.GetOrAdd(message.Descriptor, CounterField);
        if (field?.Accessor.GetValue(message) is Counter counter && counter.BranchCode.Length > 0
            && !grant.Covers(counter))
            throw new Refusal(ErrorReason.BranchMismatch).ToException();
    }

    private static FieldDescriptor? CounterField(MessageDescriptor type) =>
        type.Fields.InDeclarationOrder().FirstOrDefault(field =>
            field.FieldType == FieldType.Message && !field.IsRepeated && field.MessageType == Counter.Descriptor);
}
