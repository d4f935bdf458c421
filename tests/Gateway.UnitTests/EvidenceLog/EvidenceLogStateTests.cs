using System.Globalization;
using Gateway.EvidenceLog;
using Microsoft.Data.Sqlite;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>A log that contradicts itself is not continued.</summary>
public sealed class EvidenceLogStateTests : IDisposable
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly SomeLog _some = new();

    [Theory]
    [InlineData("UPDATE log SET edge = zeroblob(8)", "its tree has 0")]
    [InlineData("UPDATE log SET edge = zeroblob(9)", "can't be read")]
    [InlineData("UPDATE log SET edge = substr(edge, 1, 8) || zeroblob(length(edge) - 8)", "another root")]
    [InlineData("UPDATE log SET origin = 'traffic-gateway.example/gw-1/00000000'", "its last batch is of")]
    [InlineData("UPDATE log SET origin = 'x'", "no valid origin")]
    [InlineData("DELETE FROM log", "no valid origin")]
    [InlineData("DELETE FROM entry WHERE position = 2", "it has 2 entries")]
    [InlineData("DELETE FROM batch WHERE size = 3", "its last batch is of size 2")]
    [InlineData("DELETE FROM batch", "no batch")]
    [InlineData("UPDATE batch SET text = CAST('x' AS BLOB) WHERE size = 3", "can't be read")]
    [InlineData("UPDATE entry SET digest = zeroblob(32) WHERE position = 2", "others than its last entries")]
    [InlineData("PRAGMA user_version = 99", "version 99")]
    [InlineData("PRAGMA user_version = 0", "not an evidence log")]
    public async Task Open_TamperedFile_IsRefusedWithTheContradiction(string change, string problem)
    {
        await Fill(3);
        RunWithoutTriggers(change);

        var refused = Assert.Throws<EvidenceLogOpenException>(() => _some.Open());

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM entry")]
    [InlineData("DELETE FROM batch")]
    [InlineData("UPDATE entry SET digest = zeroblob(32)")]
    [InlineData("UPDATE batch SET text = signature")]
    public async Task File_ChangeOfWhatIsKept_IsRefusedByTheFileItself(string change)
    {
        await Fill(1);

        var refused = Assert.Throws<SqliteException>(() => Run(change));

        Assert.Contains("only grows", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_StatementAndAuditLineRemoved_IsStillAWholeLog()
    {
        await Fill(3);

        Run("UPDATE entry SET statement = NULL, call_id = NULL WHERE position = 1");
        Run("DELETE FROM audit_line WHERE position = 1");

        await using var log = _some.Open();
        using var reader = _some.Read();
        Assert.Equal(3, log.Size);
        Assert.Null(reader.Entry(1)!.Statement);
        Assert.Equal(2, reader.AuditLines().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task Reader_OtherVersion_IsRefusedWithBothVersions(int version)
    {
        await Fill(1);
        Run($"PRAGMA user_version = {version}");

        var refused = Assert.Throws<EvidenceLogOpenException>(() => _some.Read());

        Assert.Contains($"version {version}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(LogSchema.Latest.ToString(Invariant), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NotADatabase_IsRefused()
    {
        File.WriteAllText(_some.File, new string('x', 5000));

        Assert.Throws<EvidenceLogOpenException>(() => _some.Open());
    }

    [Fact]
    public void Reader_NoLog_IsRefused()
    {
        Assert.Throws<EvidenceLogOpenException>(() => _some.Read());
    }

    [Fact]
    public async Task Reader_OpenWhileTheLogGrows_SeesWhatIsDurable()
    {
        await using var log = _some.Open();
        using var reader = _some.Read();

        await log.SealAsync(SomeLog.Entry(log.Origin));

        Assert.Equal(1, reader.Size);
        Assert.Equal(log.Origin, reader.Origin);
    }

    public void Dispose() => _some.Dispose();

    private async Task Fill(int count)
    {
        await using var log = _some.Open();
        for (var index = 0; index < count; index++)
            await log.SealAsync(SomeLog.Entry(log.Origin, SomeLog.Audit));
    }

    private void RunWithoutTriggers(string sql) => Run(
        "DROP TRIGGER entry_is_kept; DROP TRIGGER entry_is_fixed; DROP TRIGGER batch_is_kept; "
        + "DROP TRIGGER batch_is_fixed; " + sql);

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_some.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
