using Gateway.Client;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Rotation;
using Gateway.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.IntegrationTests.Rotation;

/// <summary>
/// What a thousand rotations leave behind. Nothing else runs beside them, or what that takes would count.
/// </summary>
[CollectionDefinition(nameof(ManyRotationsTests), DisableParallelization = true)]
[Collection(nameof(ManyRotationsTests))]
public sealed class ManyRotationsTests
{
    private const int Refused = 5102;
    private const int WarmUp = 200;
    private const int Rotations = 1000;
    private const long MiB = 1024 * 1024;

    [Fact]
    public async Task Rotations_AThousandOfThem_LeaveNoHandleTimerOrMemory()
    {
        using var pki = new PkiFolder();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            More = new Dictionary<string, string?>(pki.Settings) { ["Serilog:MinimumLevel"] = "Warning" },
            Services = services => services.AddSingleton<TimeProvider>(time),
        });
        await RotateAsync(gateway, pki, time, 0, WarmUp);
        var before = Left.Now();

        await RotateAsync(gateway, pki, time, WarmUp, WarmUp + Rotations);
        var after = Left.Now();

        AssertFlat(before, after);
    }

    [Fact]
    public async Task Refused_LookedAtAThousandTimes_LeavesNoHandleOrMemory()
    {
        using var pki = new PkiFolder();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            More = pki.Settings,
            Services = services => services.AddSingleton<TimeProvider>(time),
        });
        gateway.Log.Expect(Refused);
        foreach (var file in new[] { "server.key", "clearance-signing.key", "signing.key" })
            File.Copy(pki.PathOf("branch-00001.key"), pki.PathOf(file), overwrite: true);
        await File.AppendAllTextAsync(pki.PathOf("access-policy.json"), "broken");
        LookAt(gateway, time, WarmUp);
        var before = Left.Now();

        LookAt(gateway, time, Rotations);
        var after = Left.Now();

        Assert.All(
            gateway.Services.GetRequiredService<PkiSource>().States,
            state => Assert.Equal(PartStateKind.Refused, state.Kind));
        AssertFlat(before, after);
    }

    // One handle, timer or certificate left by each of them would be far more.
    private static void AssertFlat(Left before, Left after)
    {
        Assert.InRange(after.Handles - before.Handles, int.MinValue, 20);
        Assert.InRange(after.Timers - before.Timers, int.MinValue, 5);
        Assert.InRange(after.Memory.ManagedHeap - before.Memory.ManagedHeap, long.MinValue, 2 * MiB);
        Assert.InRange(after.Memory.NativeHeap - before.Memory.NativeHeap ?? 0, long.MinValue, 8 * MiB);
    }

    private static void LookAt(TestGateway gateway, FakeTimeProvider time, int times)
    {
        for (var look = 0; look < times; look++)
        {
            gateway.Services.GetRequiredService<PkiRotation>().Look();
            time.Advance(TimeSpan.FromSeconds(6));
        }
    }

    private static async Task RotateAsync(
        TestGateway gateway, PkiFolder pki, FakeTimeProvider time, int from, int until)
    {
        var rotation = gateway.Services.GetRequiredService<PkiRotation>();
        for (var number = from; number < until; number++)
        {
            var isInForce = KeyRotation.All[number % KeyRotation.All.Count].Bring(pki, number);
            while (!gateway.Ask(isInForce))
            {
                rotation.Look();
                time.Advance(TimeSpan.FromMilliseconds(300));
            }

            if (number % 10 == 0)
                await CallAsync(gateway);
        }
    }

    private static async Task CallAsync(TestGateway gateway)
    {
        using var client = GatewayClient.Connect(new GatewayClientOptions
        {
            Address = gateway.Address,
            ClientCertificate = TestPki.Shared.KeyPair("branch-00001"),
            ServerRoots = TestPki.Shared.Roots("server-root"),
            SigningRoots = TestPki.Shared.Roots("signing-root"),
        });
        await client.Fines.InquireFinesAsync(Some.Inquiry());
    }

    private sealed record Left(int Handles, long Timers, ProcessMemory Memory)
    {
        public static Left Now()
        {
            var memory = ProcessMemory.Read();
            return new Left(Directory.GetFiles("/proc/self/fd").Length, Timer.ActiveCount, memory);
        }
    }
}
