namespace Gateway.TSqlTests.Schema;

/// <summary>The scripts as they are shipped.</summary>
[Collection(nameof(Catalog))]
public sealed class ScriptTests(Catalog catalog)
{
    public static TheoryData<string> Scripts => [.. Catalog.Scripts.Keys];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_Text_IsTransactSql(string name)
    {
        TSql.Parse(Catalog.Scripts[name], out var errors);

        Assert.Empty(errors);
    }

    [Fact]
    public void Scripts_Folded_MakeASchemaWithoutMessages()
    {
        var faults = catalog.Proof.SchemaFaults();

        Assert.Empty(faults);
        Assert.Equal(22, catalog.Schema.Tables().Count);
    }
}
