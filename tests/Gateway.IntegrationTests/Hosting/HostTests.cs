using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Probe;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;

namespace Gateway.IntegrationTests.Hosting;

public sealed class HostTests
{
    [Fact]
    public async Task Terminate_WithCallsInFlight_LetsThemEndAndExitsWithZero()
    {
        var directory = TestFolders.Create();
        try
        {
            await using var gateway = await GatewayProcess.StartAsync(
                new TestGatewaySettings().ToConfiguration(directory));
            using var client = gateway.Connect();
            await client.Fines.InquireFinesAsync(Some.Inquiry());
            var calls = Enumerable.Range(0, 50)
                .Select(_ => Task.Run(async () => await client.Fines.InquireFinesAsync(Some.Inquiry()))).ToList();
            await Task.WhenAny(calls);

            var exitCode = await gateway.TerminateAsync();

            Assert.Equal(0, exitCode);
            var ended = calls.Count(call => call.IsCompletedSuccessfully);
            Assert.True(ended > 0);
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    [Fact]
    public async Task Stop_WithASlowCallInFlight_AnswersItSigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var probe = new ProbeService.ProbeServiceClient(client.CallInvoker);
        await probe.EchoAsync(new EchoRequest());

        var slow = probe.EchoAsync(new EchoRequest { DelayMilliseconds = 700 }).ResponseAsync;
        await gateway.CallsUnderWayAsync(1);
        await gateway.StopAsync();

        Assert.NotNull(await slow);
    }

    [Fact]
    public async Task Start_SecondGatewayOnTheSameDirectory_IsRefusedWithTheReason()
    {
        await using var gateway = await TestGateway.StartAsync();
        var settings = new TestGatewaySettings().ToConfiguration(gateway.Directory);

        var second = await GatewayProcess.RunToEndAsync(settings, "Testing");

        Assert.Equal(1, second.ExitCode);
        Assert.Contains(gateway.Directory, second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithManyWrongSettings_TellsAllAtOnce()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Gateway:Listen"] = "nowhere",
            ["Gateway:Operations:Listen"] = "8.8.8.8:80",
            ["Gateway:Database:Provider"] = "Oracle",
            ["Gateway:Database:ConnectionString"] = "nonsense",
            ["Gateway:Limits:MessageBytes"] = "1",
            ["Gateway:Database:SampleData"] = "true",
        };

        var run = await GatewayProcess.RunToEndAsync(settings, "Production");

        Assert.Equal(1, run.ExitCode);
        foreach (var word in new[] { "Gateway:Listen", "Operations:Listen", "Provider", "ConnectionString",
            "MessageBytes", "SampleData", "Name", "DataDirectory", "Pki:Directory" })
            Assert.Contains(word, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_InProductionWithSampleCertificates_IsRefused()
    {
        var directory = TestFolders.Create();
        try
        {
            var settings = new TestGatewaySettings().ToConfiguration(directory);
            settings["Gateway:Database:SampleData"] = "false";

            var run = await GatewayProcess.RunToEndAsync(settings, "Production");

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("Sample certificates", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    [Fact]
    public async Task Probes_OnTheOperationsPort_TellTheStateInPlainHttp()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var http = new HttpClient { BaseAddress = gateway.OperationsAddress };

        var alive = await http.GetAsync("/healthz");
        var ready = await http.GetAsync("/readyz");
        var nothing = await http.GetAsync("/traffic.gateway.v1.FinesInquiryService/InquireFines");

        Assert.True(alive.IsSuccessStatusCode);
        Assert.True(ready.IsSuccessStatusCode, await ready.Content.ReadAsStringAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Testing", false)]
    public async Task Reflection_IsServed_OnlyInDevelopment(string environment, bool isServed)
    {
        var directory = TestFolders.Create();
        try
        {
            await using var gateway = await GatewayProcess.StartAsync(
                new TestGatewaySettings().ToConfiguration(directory), environment);
            using var channel = GrpcChannel.ForAddress(gateway.Address, new GrpcChannelOptions
            {
                HttpHandler = TestTls.Handler(TestPki.Shared, "auditor"),
                DisposeHttpClient = true,
            });

            using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo();
            await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
            await call.RequestStream.CompleteAsync();
            var seen = await Record.ExceptionAsync(
                async () => Assert.True(await call.ResponseStream.MoveNext(default)));

            if (!isServed)
            {
                Assert.Equal(StatusCode.Unimplemented, Assert.IsType<RpcException>(seen).StatusCode);
                return;
            }

            Assert.Contains(call.ResponseStream.Current.ListServicesResponse.Service, s =>
                s.Name == "traffic.gateway.v1.SettlementService");
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    [Fact]
    public async Task Health_AskedByAnyCaller_IsServingAndUnsigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var channel = GrpcChannel.ForAddress(gateway.Address, new GrpcChannelOptions
        {
            HttpHandler = TestTls.Handler(TestPki.Shared, "auditor"),
            DisposeHttpClient = true,
        });

        using var call = new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest());
        var health = await call;

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        Assert.DoesNotContain(call.GetTrailers(), entry => entry.Key == "response-evidence-bin");
        var unknown = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest { Service = "nope" }));
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
    }
}
