using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Rotation;

namespace Gateway.IntegrationTests.Rotation;

/// <summary>
/// Every kind of rotation while callers call: nobody notices. `-- rotate` of the benchmarks is the same with 50 rotations
/// of each kind.
/// </summary>
public sealed class UnderLoadTests
{
    private const int Rounds = 2;
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Rotations_OfEachKindUnderLoad_FailNoCallAndAreInUseWithinTwoSeconds()
    {
        using var pki = new PkiFolder();
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings { More = pki.Settings });
        await using var callers = new CallersUnderRotation(
            gateway, connections: 200, newcomers: 2, TimeSpan.FromMilliseconds(300));
        var times = new List<(string Name, TimeSpan Time)>();

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var rotation in KeyRotation.All)
            {
                var isInForce = rotation.Bring(pki, round);
                times.Add((rotation.Name, await gateway.UntilAsync(isInForce, rotation.Name)));
            }
        }

        await callers.EndAsync();

        Assert.Empty(callers.Failures);
        Assert.Equal(callers.Answers, callers.Verified);
        Assert.True(callers.Answers > 1000, $"{callers.Answers} answers");
        Assert.All(times, one => Assert.True(one.Time <= Allowed, $"{one.Name} took {one.Time}"));
    }
}
