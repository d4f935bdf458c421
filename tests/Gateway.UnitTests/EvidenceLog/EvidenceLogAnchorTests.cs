using System.Security.Cryptography;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.UnitTests.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>A log is continued only where its file continues what is known of it elsewhere.</summary>
public sealed class EvidenceLogAnchorTests : IDisposable
{
    private readonly SomeLog _some = new();

    [Fact]
    public async Task Open_AtOrBehindTheKnownHead_Continues()
    {
        var known = await FillAsync(3, null);
        var later = await FillAsync(2, known);

        await using var log = Open(later);

        Assert.Equal((5, known.Origin), (log.Size, log.Origin));
        Assert.Null(log.Predecessor);
    }

    [Fact]
    public async Task Open_NoFile_IsRefusedAsMissing()
    {
        var known = await FillAsync(1, null);
        File.Delete(_some.File);

        AssertRefused(LogFault.Missing, known);

        Assert.False(File.Exists(_some.File));
    }

    [Fact]
    public async Task Open_EmptyFile_IsRefusedAsMissing()
    {
        var known = await FillAsync(1, null);
        File.WriteAllBytes(_some.File, []);

        AssertRefused(LogFault.Missing, known);
    }

    [Fact]
    public async Task Open_OlderCopy_IsRefused()
    {
        await FillAsync(2, null);
        var copy = File.ReadAllBytes(_some.File);
        var known = await FillAsync(1, null);
        File.WriteAllBytes(_some.File, copy);

        AssertRefused(LogFault.OlderCopy, known);
    }

    [Fact]
    public async Task Open_OlderCopyThatGrewOnItsOwn_IsRefusedAsAFork()
    {
        await FillAsync(2, null);
        var copy = File.ReadAllBytes(_some.File);
        var known = await FillAsync(1, null);
        File.WriteAllBytes(_some.File, copy);
        await FillAsync(2, null);

        AssertRefused(LogFault.Fork, known);
    }

    [Fact]
    public async Task Open_AnotherLogOfTheGateway_IsRefused()
    {
        var known = await FillAsync(1, null);
        File.Delete(_some.File);
        await FillAsync(9, null);

        AssertRefused(LogFault.AnotherLog, known);
    }

    [Theory]
    [InlineData("UPDATE entry SET digest = zeroblob(32) WHERE position = 1", "entry at 1 is another")]
    [InlineData("UPDATE entry SET statement = statement || ' ' WHERE position = 1", "statement with another digest")]
    [InlineData("UPDATE entry SET call_id = zeroblob(16) WHERE position = 1", "another call id")]
    [InlineData("DELETE FROM entry WHERE position = 1", "no entry at 1")]
    [InlineData("DELETE FROM batch WHERE size = 2", "the one before ends at 1")]
    [InlineData("UPDATE batch SET text = CAST('x' AS BLOB) WHERE size = 2", "size 2 can't be read")]
    [InlineData("UPDATE batch SET text = (SELECT text FROM batch WHERE size = 3) WHERE size = 2", "says that it is of")]
    public async Task Open_ChangeInTheMiddle_IsRefusedWithItsPlace(string change, string problem)
    {
        var known = await FillAsync(4, null);
        Run("DROP TRIGGER entry_is_kept; DROP TRIGGER entry_is_fixed; DROP TRIGGER batch_is_kept; "
            + "DROP TRIGGER batch_is_fixed; " + change);

        var refused = AssertRefused(LogFault.Damaged, known);

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Open_LongerThanIsCheckedAtStart_LooksAtTheNewest(int position, bool isFound)
    {
        await FillAsync(4, null);
        Run($"UPDATE entry SET statement = zeroblob(9) WHERE position = {position}");
        var options = _some.Options;
        options.EntriesCheckedAtStart = 2;

        var refused = await Record.ExceptionAsync(async () => await _some.Open(options).DisposeAsync());

        Assert.Equal(isFound, refused is EvidenceLogOpenException { Fault: LogFault.Damaged });
    }

    [Fact]
    public async Task Open_AcceptedLoss_BeginsALogThatNamesTheLostOne()
    {
        var known = await FillAsync(3, null);
        File.WriteAllText(_some.File, new string('x', 5000));

        LogHead begun;
        await using (var log = Open(known, known.Origin))
        {
            begun = log.Head;
            Assert.Equal(known, log.Predecessor);
            await log.SealAsync(SomeLog.Entry(log.Origin));
        }

        using var reader = _some.Read();
        var statement = SuccessionStatement.Parse(reader.Entry(0)!.Statement);
        Assert.Equal((1, known.Origin, 3), (begun.Size, statement.Predecessor, statement.PredecessorSize));
        Assert.Equal(Convert.ToHexStringLower(known.Root), statement.PredecessorRoot);
        Assert.Equal(SomePki.Now, statement.BeginTime);
        Assert.Equal((begun.Origin, 2), (statement.Gateway, reader.Size));
        Assert.NotEqual(known.Origin, begun.Origin);
        Assert.True(Batch.Parse(reader.BatchOf(0)!.Text).Contains(SHA256.HashData(statement.ToBytes())));
        Assert.Equal(
            new string('x', 5000), File.ReadAllText(Path.Combine(_some.Directory, "evidence-set-aside-1.db")));
    }

    [Fact]
    public async Task Open_AcceptedLossTwice_SetsEachAside()
    {
        var first = await FillAsync(3, null);
        File.WriteAllText(_some.File, "one");
        var second = await CloseAsync(Open(first, first.Origin));
        File.WriteAllText(_some.File, "two");

        var third = await CloseAsync(Open(second, second.Origin));

        Assert.Equal("one", File.ReadAllText(Path.Combine(_some.Directory, "evidence-set-aside-1.db")));
        Assert.Equal("two", File.ReadAllText(Path.Combine(_some.Directory, "evidence-set-aside-2.db")));
        Assert.Equal(3, new[] { first.Origin, second.Origin, third.Origin }.Distinct().Count());
    }

    [Fact]
    public async Task Open_AcceptedLossOfALogThatIsThere_ContinuesIt()
    {
        var known = await FillAsync(3, null);

        var head = await CloseAsync(Open(known, known.Origin));

        Assert.Equal(known, head);
    }

    [Fact]
    public async Task Open_NewLogThatTheDatabaseWasNotToldOf_IsContinuedUnderTheSameAcceptance()
    {
        var known = await FillAsync(3, null);
        File.Delete(_some.File);
        var begun = await CloseAsync(Open(known, known.Origin));

        var again = await CloseAsync(Open(known, known.Origin));

        Assert.Equal(begun, again);
        AssertRefused(LogFault.AnotherLog, known);
    }

    [Fact]
    public async Task Open_AcceptedLossOfAnotherLog_IsRefused()
    {
        var known = await FillAsync(3, null);
        File.Delete(_some.File);

        AssertRefused(LogFault.Missing, known, SomeLog.Name + "/00000000");
    }

    [Fact]
    public async Task Open_AcceptedLossWithAnotherGatewaysFile_LeavesItWhereItIs()
    {
        var known = await FillAsync(3, null);
        var options = _some.Options;
        options.Name = "traffic-gateway.example/gw-2";
        options.Anchor = known with { Origin = "traffic-gateway.example/gw-2/00000000" };
        options.AcceptedLoss = options.Anchor.Origin;

        var refused = Assert.Throws<EvidenceLogOpenException>(() => _some.Open(options));

        Assert.Equal(LogFault.AnotherGateway, refused.Fault);
        Assert.Equal(known, await CloseAsync(Open(known)));
    }

    public void Dispose() => _some.Dispose();

    private EvidenceLogOpenException AssertRefused(LogFault fault, LogHead known, string acceptedLoss = "")
    {
        var refused = Assert.Throws<EvidenceLogOpenException>(() => Open(known, acceptedLoss));
        Assert.Equal(fault, refused.Fault);
        return refused;
    }

    private Gateway.EvidenceLog.EvidenceLog Open(LogHead? known, string acceptedLoss = "")
    {
        var options = _some.Options;
        options.Anchor = known;
        options.AcceptedLoss = acceptedLoss;
        return _some.Open(options);
    }

    private async Task<LogHead> FillAsync(int count, LogHead? known)
    {
        await using var log = Open(known);
        for (var index = 0; index < count; index++)
            await log.SealAsync(SomeLog.Entry(log.Origin));
        return log.Head;
    }

    private static async Task<LogHead> CloseAsync(Gateway.EvidenceLog.EvidenceLog log)
    {
        await using (log)
            return log.Head;
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_some.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
