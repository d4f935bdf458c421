using Gateway.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.UnitTests.Data;

public sealed class SqliteProviderTests : IDisposable
{
    private static readonly MigrationScript First = new("0001_first", "CREATE TABLE a (x integer); -- $notAVariable$");
    private static readonly MigrationScript Second = new("0002_second", "CREATE TABLE b (x integer);");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gateway-migrator-");
    private readonly SqliteDatabaseOptions _options;

    public SqliteProviderTests() =>
        _options = new SqliteDatabaseOptions { Path = Path.Combine(_folder.FullName, "new", "folder", "p.db") };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Migrate_NewFile_RunsEachScriptOnce()
    {
        var first = Migrate(First, Second);
        var second = Migrate(First, Second);

        Assert.Equal((2, 0), (first, second));
        Assert.Equal(["0001_first", "0002_second"], Texts("SELECT name FROM schema_script ORDER BY name"));
        Assert.Equal([First.Sha256, Second.Sha256], Texts("SELECT sha256 FROM schema_script ORDER BY name"));
        Assert.Equal("2026-03-01T12:00:00.000Z", Texts("SELECT applied_time FROM schema_script")[0]);
    }

    [Fact]
    public void Migrate_ChangedScript_IsRefusedByName()
    {
        Migrate(First);
        var changed = First with { Text = First.Text + " " };

        var exception = Assert.Throws<MigrationException>(() => Migrate(changed, Second));

        Assert.Contains("0001_first", exception.Message);
        Assert.Empty(Texts("SELECT name FROM sqlite_schema WHERE name = 'b'"));
    }

    [Fact]
    public void Migrate_FailingScript_LeavesNothingOfIt()
    {
        var failing = new MigrationScript("0002_second", "CREATE TABLE b (x integer); CREATE TABLE a (x integer);");

        var exception = Assert.Throws<MigrationException>(() => Migrate(First, failing));

        Assert.Contains("0002_second", exception.Message);
        Assert.Equal(["0001_first"], Texts("SELECT name FROM schema_script"));
        Assert.Empty(Texts("SELECT name FROM sqlite_schema WHERE name = 'b'"));
        Assert.Equal(1, Migrate(First, Second));
    }

    [Fact]
    public void Migrate_ScriptOfALaterVersion_IsLeftAlone()
    {
        Migrate(First, Second);

        Assert.Equal(0, Migrate(First));
    }

    [Fact]
    public async Task Migrate_SeveralAtOnce_OneRunsTheScripts()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrate(First, Second))));

        Assert.Equal(2, counts.Sum());
    }

    [Fact]
    public void Migrate_LockIsHeldAndCallerGivesUp_IsCancelled()
    {
        Migrate(First);
        using var held = new FileStream(
            _options.Path + ".migration-lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        Assert.Throws<OperationCanceledException>(() => new SqliteProvider(_options).Migrate(
            [First], NullLogger.Instance, TimeProvider.System, cancellation.Token));
    }

    [Fact]
    public void Migrate_PlaceThatCannotBeWritten_IsUnavailable()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "new"), "a file where a folder should be");

        Assert.Throws<DatabaseUnavailableException>(() => Migrate(First));
    }

    [Fact]
    public void All_Sqlite_AreNumberedWithoutGapsAndUseWal()
    {
        var scripts = MigrationScript.All(SqlDialect.Sqlite);
        Migrate([.. scripts]);

        Assert.All(scripts.Index(), item => Assert.StartsWith($"{item.Index + 1:D4}_", item.Item.Name));
        Assert.Equal("wal", Texts("PRAGMA journal_mode")[0]);
    }

    private int Migrate(params MigrationScript[] scripts) => new SqliteProvider(_options).Migrate(
        scripts,
        NullLogger.Instance,
        new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)),
        CancellationToken.None);

    private List<string> Texts(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_options.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
