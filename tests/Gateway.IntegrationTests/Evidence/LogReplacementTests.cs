using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Testing.Gateways;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.IntegrationTests.Evidence;

/// <summary>A gateway does not start on a log that is not the one that its database knows.</summary>
public sealed class LogReplacementTests : IDisposable
{
    private readonly LogOfATest _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Start_ItsOwnLog_ContinuesIt()
    {
        var first = await _log.AnswerAsync(3);
        var second = await _log.AnswerAsync(2);

        Assert.Equal((first.Origin, 3, 5), (second.Origin, first.Size, second.Size));
        var fsck = (await Fsck.RunAsync(_log.Directory)).AssertSound();
        Assert.Equal((5, 5), ((long)fsck.Log["size"]!, (long)fsck.Log["signaturesVerified"]!));
    }

    [Fact]
    public async Task Start_OlderCopy_IsRefused()
    {
        await _log.AnswerAsync(3);
        File.Copy(_log.File, _log.File + ".copy");
        var known = await _log.AnswerAsync(2);
        File.Move(_log.File + ".copy", _log.File, overwrite: true);

        var refused = await _log.AssertRefusedAsync(LogFault.OlderCopy);
        var fsck = await Fsck.RunAsync(_log.Directory);

        Assert.Contains(known.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Contains("Gateway:Evidence:AcceptLoss", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, fsck.ExitCode);
        Assert.Equal([("anchor", null)], fsck.InLog);
    }

    [Fact]
    public async Task Start_OlderCopyThatAnotherDatabaseLetGrow_IsRefusedAsAFork()
    {
        using var other = new LogOfATest();
        await _log.AnswerAsync(3);
        File.Copy(_log.File, other.File);
        await _log.AnswerAsync(2);
        await other.AnswerAsync(4);
        File.Copy(other.File, _log.File, overwrite: true);

        await _log.AssertRefusedAsync(LogFault.Fork);

        await AssertFoundAsync("anchor", null);
    }

    [Fact]
    public async Task Start_AnotherLogOfTheSameName_IsRefused()
    {
        using var other = new LogOfATest();
        await _log.AnswerAsync(1);
        await other.AnswerAsync(3);
        File.Copy(other.File, _log.File, overwrite: true);

        await _log.AssertRefusedAsync(LogFault.AnotherLog);

        await AssertFoundAsync("anchor", null);
    }

    [Fact]
    public async Task Start_AnotherGatewaysLog_IsRefusedAndLeftAlone()
    {
        using var other = new LogOfATest();
        var known = await _log.AnswerAsync(1);
        await other.AnswerAsync(3, name: "traffic-gateway.test/gw-2");
        File.Copy(other.File, _log.File, overwrite: true);

        await _log.AssertRefusedAsync(LogFault.AnotherGateway);
        await _log.AssertRefusedAsync(LogFault.AnotherGateway, acceptedLoss: known.Origin);

        var fsck = (await Fsck.RunAsync(_log.Directory, withDatabase: false)).AssertSound();
        Assert.Equal(3, (long)fsck.Log["size"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_EmptyOrNoFile_IsRefusedAndNoneIsMade(bool isThere)
    {
        await _log.AnswerAsync(2);
        File.Delete(_log.File);
        if (isThere)
            File.WriteAllBytes(_log.File, []);

        await _log.AssertRefusedAsync(LogFault.Missing);

        Assert.Equal((isThere, 0), (File.Exists(_log.File), isThere ? new FileInfo(_log.File).Length : 0));
    }

    [Theory]
    [InlineData("UPDATE entry SET digest = zeroblob(32) WHERE position = 2", "entry", 2)]
    [InlineData("UPDATE entry SET statement = substr(statement, 1, 60) || 'X' || substr(statement, 62) "
        + "WHERE position = 2", "statement", 2)]
    [InlineData("UPDATE entry SET call_id = zeroblob(16) WHERE position = 2", "call-id", 2)]
    [InlineData("DELETE FROM entry WHERE position = 1", "entry-missing", 1)]
    [InlineData("DELETE FROM batch WHERE size = 2", "batch-order", 1)]
    [InlineData("UPDATE log SET edge = substr(edge, 1, 8) || zeroblob(length(edge) - 8)", "edge", null)]
    public async Task Start_OneChange_IsRefusedAndNamedByFsck(string change, string kind, int? position)
    {
        await _log.AnswerAsync(4);
        _log.ChangeLog(change);

        await _log.AssertRefusedAsync(LogFault.Damaged);

        var fsck = await Fsck.RunAsync(_log.Directory);
        Assert.Equal(3, fsck.ExitCode);
        Assert.Contains((kind, (long?)position), fsck.InLog);
    }

    [Fact]
    public async Task Fsck_OneLineOfABatchChanged_NamesBatchAndSignature()
    {
        await _log.AnswerAsync(4);
        _log.ChangeLog(
            "UPDATE batch SET text = CAST(replace(CAST(text AS TEXT), substr(CAST(text AS TEXT), -65, 64), "
            + "'00000000000000000000000000000000' || '00000000000000000000000000000000') AS BLOB) WHERE size = 2");

        await _log.AssertRefusedAsync(LogFault.Damaged);

        var fsck = await Fsck.RunAsync(_log.Directory);
        Assert.Contains(("entry", (long?)1), fsck.InLog);
        Assert.Contains(("signature", (long?)1), fsck.InLog);
    }

    [Fact]
    public async Task Fsck_OneByteOfASignatureChanged_NamesIt()
    {
        await _log.AnswerAsync(4);
        _log.ChangeLog(
            "UPDATE batch SET signature = substr(signature, 1, length(signature) - 1) || x'00' WHERE size = 3");

        await AssertFoundAsync("signature", 2);
    }

    [Fact]
    public async Task Start_AcceptedLoss_BeginsALogThatNamesTheLastHead()
    {
        var known = await _log.AnswerAsync(3);
        File.WriteAllText(_log.File, "lost");
        await _log.AssertRefusedAsync(LogFault.Damaged);

        var begun = await _log.AnswerAsync(2, acceptedLoss: known.Origin);
        var continued = await _log.AnswerAsync(1, acceptedLoss: known.Origin);
        var afterwards = await _log.AnswerAsync(1);

        using var reader = EvidenceLogReader.Open(_log.Directory);
        var statement = SuccessionStatement.Parse(reader.Entry(0)!.Statement);
        Assert.Equal((known.Origin, known.Size), (statement.Predecessor, statement.PredecessorSize));
        Assert.Equal(Convert.ToHexStringLower(known.Root), statement.PredecessorRoot);
        Assert.Equal((begun.Origin, 3), (statement.Gateway, begun.Size));
        Assert.Equal((begun.Origin, 4), (continued.Origin, continued.Size));
        Assert.Equal((begun.Origin, 5), (afterwards.Origin, afterwards.Size));
        Assert.Equal("lost", File.ReadAllText(Path.Combine(_log.Directory, "evidence-set-aside-1.db")));
        var fsck = (await Fsck.RunAsync(_log.Directory)).AssertSound();
        Assert.Equal(known.Origin, (string?)fsck.Log["predecessor"]!["origin"]);
    }

    [Fact]
    public async Task Start_LostLogThatTurnsUpAgain_IsRefused()
    {
        var known = await _log.AnswerAsync(3);
        File.Move(_log.File, _log.File + ".lost");
        await _log.AnswerAsync(1, acceptedLoss: known.Origin);
        File.Move(_log.File + ".lost", _log.File, overwrite: true);

        await _log.AssertRefusedAsync(LogFault.AnotherLog);
        await _log.AssertRefusedAsync(LogFault.AnotherLog, acceptedLoss: known.Origin);
    }

    [Fact]
    public async Task Start_AsAProgram_EndsWithOneAndSaysWhatToDo()
    {
        var known = await _log.AnswerAsync(2);
        File.Delete(_log.File);

        var run = await GatewayProcess.RunToEndAsync(
            new TestGatewaySettings { Directory = _log.Directory }.ToConfiguration(_log.Directory), "Testing");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is no evidence log in", run.Error, StringComparison.Ordinal);
        Assert.Contains($"Gateway:Evidence:AcceptLoss = {known.Origin}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_LogGrows_IsToldToTheDatabaseWithinSeconds()
    {
        await using var gateway = await _log.StartAsync();
        var client = gateway.Connect();
        await client.Fines.InquireFinesAsync(Some.Inquiry());
        await client.Fines.InquireFinesAsync(Some.Inquiry());

        var head = ((Log)gateway.Services.GetService(typeof(Log))!).Head;
        await Testing.Tools.Until.SoAsync(
            () => SizeOfAnchor(head) == 2, "the database is told the head");
    }

    private long SizeOfAnchor(LogHead head)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_log.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT size FROM evidence_anchor WHERE origin = $origin AND root = $root";
        command.Parameters.AddWithValue("$origin", head.Origin);
        command.Parameters.AddWithValue("$root", head.Root);
        return command.ExecuteScalar() as long? ?? -1;
    }

    private async Task AssertFoundAsync(string kind, long? position)
    {
        var fsck = await Fsck.RunAsync(_log.Directory);

        Assert.Equal(3, fsck.ExitCode);
        Assert.Equal([(kind, position)], fsck.InLog);
    }
}
