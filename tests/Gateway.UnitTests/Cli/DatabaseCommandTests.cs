using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;
using Microsoft.Data.Sqlite;

namespace Gateway.UnitTests.Cli;

public sealed class DatabaseCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gateway-cli-db-");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    private string File => Path.Combine(_folder.FullName, "p.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Migrate_NewFile_RunsEveryScriptAndStatusSaysSo()
    {
        var migrated = await RunAsync("db", "migrate", "--database", File);
        _out.GetStringBuilder().Clear();

        var status = await RunAsync("db", "status", "--database", File, "--json");

        Assert.Equal((ExitCodes.Ok, ExitCodes.Ok), (migrated, status));
        var scripts = JsonNode.Parse(_out.ToString())!["scripts"]!.AsArray();
        Assert.Equal("0001_subjects_and_fines", (string?)scripts[0]!["name"]);
        Assert.All(scripts, script => Assert.True((bool)script!["applied"]!));
    }

    [Fact]
    public async Task Script_RunByHand_IsWhatMigrateWouldHaveDone()
    {
        await RunAsync("db", "script");
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = _out.ToString();
            command.ExecuteNonQuery();
        }

        _out.GetStringBuilder().Clear();

        Assert.Equal(ExitCodes.Ok, await RunAsync("db", "status", "--database", File));
        Assert.Equal(ExitCodes.Ok, await RunAsync("db", "migrate", "--database", File));
        Assert.Contains("up to date", _out.ToString());
    }

    [Fact]
    public async Task Script_AfterAScript_HasOnlyTheLaterOnes()
    {
        await RunAsync("db", "script", "--sqlserver", "--after", "0003_reversal_and_reconciliation");

        Assert.Contains("CREATE ROLE traffic_gateway", _out.ToString());
        Assert.DoesNotContain("CREATE TABLE dbo.fine", _out.ToString());
    }

    [Theory]
    [InlineData("db", "script", "--after", "0000_nothing")]
    [InlineData("db", "seed", "--fines", "-1")]
    public async Task Command_WrongOptions_EndsWithTwo(params string[] arguments) =>
        Assert.Equal(ExitCodes.Usage, await RunAsync(arguments));

    [Fact]
    public async Task Status_MissingFile_IsToldAndNothingIsMade()
    {
        Assert.Equal(ExitCodes.OutcomeUnknown, await RunAsync("db", "status", "--database", File));
        Assert.False(System.IO.File.Exists(File));
    }

    private Task<int> RunAsync(params string[] arguments) => TrafficGateway.RunAsync(
        arguments,
        new CliEnvironment(_out, _error, false, false, _folder.FullName, TimeProvider.System));
}
