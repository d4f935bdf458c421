using Gateway.Client;
using Grpc.Core;
using Xunit;

namespace Gateway.Testing.Gateways;

/// <summary>Calls that are expected to be refused.</summary>
internal static class Refused
{
    /// <summary>The refusal of a call; fails the test where it is carried out.</summary>
    public static async Task<GatewayRefusedException> ByAsync<T>(AsyncUnaryCall<T> call) =>
        await Assert.ThrowsAsync<GatewayRefusedException>(async () => await call);
}
