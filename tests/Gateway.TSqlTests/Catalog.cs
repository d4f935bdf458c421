using Gateway.Data;
using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Parameters;
using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests;

/// <summary>The schema and the statements as they are shipped, with the types that parameters really have.</summary>
public sealed class Catalog : IAsyncLifetime
{
    private readonly SqlCatalog _sql = SqlCatalog.Load(SqlDialect.SqlServer);

    /// <summary>Names of all statements.</summary>
    public static IReadOnlyCollection<string> Names => SqlCatalog.Names(SqlDialect.SqlServer);

    /// <summary>Texts of the scripts by name, the table of the scripts first.</summary>
    internal static IReadOnlyDictionary<string, string> Scripts { get; } =
        MigrationScript.All(SqlDialect.SqlServer)
            .Prepend(new MigrationScript("schema_script", JournalTable.Create(SqlDialect.SqlServer)))
            .ToDictionary(script => script.Name, script => script.Text);

    internal SchemaFold Schema { get; } = SchemaFold.Of(Scripts.Values);

    internal Proof Proof { get; private set; } = null!;

    internal Recorder Recorded { get; } = new();

    public async Task InitializeAsync()
    {
        Proof = new Proof(Schema);
        await StoreCalls.RunAllAsync(Recorded);
    }

    public Task DisposeAsync()
    {
        Proof.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A statement with the types of its parameters.</summary>
    internal StatementText Statement(string name) => new(name, _sql[name], ParametersOf(name));

    private IReadOnlyDictionary<string, SqlType> ParametersOf(string name) =>
        Recorded.Types(name) is [var first, ..] ? first : Unrecorded.Parameters[name];
}

/// <summary>Lets tests share one catalog, and with it one model of the schema.</summary>
[CollectionDefinition(nameof(Catalog))]
public sealed class CatalogDefinition : ICollectionFixture<Catalog>;
