using System.Buffers;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.Client.Verification;

/// <summary>Turns messages into the bytes of the wire and back, with the marshallers of the generated code.</summary>
internal static class RawMessage
{
    public static byte[] Serialize<T>(Marshaller<T> marshaller, T message)
    {
        var context = new Serialization();
        marshaller.ContextualSerializer(message, context);
        return context.Result();
    }

    /// <exception cref="RpcException">INTERNAL: the bytes are not of the type that the method answers.</exception>
    public static T Deserialize<T>(Marshaller<T> marshaller, byte[] bytes)
    {
        try
        {
            return marshaller.ContextualDeserializer(new Deserialization(bytes));
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new RpcException(
                new Status(StatusCode.Internal, "The answer is not of the type that this client knows.", e));
        }
    }

    private sealed class Serialization : SerializationContext
    {
        private readonly ArrayBufferWriter<byte> _writer = new();
        private byte[]? _payload;

        public byte[] Result() =>
            _payload ?? throw new InvalidOperationException("The marshaller did not complete the message.");

        public override void Complete(byte[] payload) => _payload = payload;

        public override void Complete() => _payload = _writer.WrittenSpan.ToArray();

        public override IBufferWriter<byte> GetBufferWriter() => _writer;

        public override void SetPayloadLength(int payloadLength)
        {
            // Only a hint; the writer grows as it must.
        }
    }

    private sealed class Deserialization(byte[] bytes) : DeserializationContext
    {
        public override int PayloadLength => bytes.Length;

        public override byte[] PayloadAsNewBuffer() => [.. bytes];

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(bytes);
    }
}
