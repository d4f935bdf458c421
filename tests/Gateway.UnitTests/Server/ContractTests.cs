using Gateway.Contracts.V1;
using Gateway.Server.Access;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Gateway.UnitTests.Server;

public sealed class ContractTests
{
    [Fact]
    public void Contract_OfTheGateway_IsTaken()
    {
        var contract = new Contract(Contract.Files);

        var settle = contract.Find("/traffic.gateway.v1.SettlementService/SettleFines")!;
        Assert.Equal(Scope.OwnBranch, settle.Grants[Role.Branch]);
        Assert.Equal(Idempotency.RequestId, settle.Idempotency);
        Assert.Null(contract.Find("/traffic.gateway.v1.SettlementService/Nothing"));
    }

    [Theory]
    [InlineData("request_id")]
    [InlineData("counter")]
    public void Contract_WhoseOptionsAskForAFieldThatIsNotThere_IsRefused(string field)
    {
        var file = FileDescriptorProto.Parser.ParseFrom(SettlementsReflection.Descriptor.SerializedData);
        var request = file.MessageType.Single(message => message.Name == nameof(SettleFinesRequest));
        request.Field.Remove(request.Field.Single(f => f.Name == field));

        var changed = Build(file);

        var refused = Assert.Throws<InvalidOperationException>(() => new Contract([changed]));
        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
    }

    private static FileDescriptor Build(FileDescriptorProto file)
    {
        var files = new List<ByteString>();
        Add(SettlementsReflection.Descriptor, file.ToByteString());
        return FileDescriptor.BuildFromByteStrings(files, new ExtensionRegistry { AccessExtensions.Access })[^1];

        void Add(FileDescriptor descriptor, ByteString data)
        {
            foreach (var dependency in descriptor.Dependencies)
                Add(dependency, dependency.SerializedData);
            if (!files.Contains(data))
                files.Add(data);
        }
    }
}
