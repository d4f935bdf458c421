using Gateway.Client;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Rotation;
using Gateway.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.IntegrationTests.Rotation;

/// <summary>What a thousand rotations leave behind.</summary>
public sealed class ManyRotationsTests
{
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

        Assert.InRange(after.Handles, 0, before.Handles + 3);
        Assert.InRange(after.Timers, 0, before.Timers + 3);
        Assert.InRange(after.Memory.ManagedHeap, 0, before.Memory.ManagedHeap + (2 * MiB));
        Assert.InRange(after.Memory.NativeHeap ?? 0, 0, (before.Memory.NativeHeap ?? 0) + (4 * MiB));
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
