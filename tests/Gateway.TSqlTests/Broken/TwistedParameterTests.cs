using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Broken;

/// <summary>The proof can fail: any parameter of any statement that had another type would be told.</summary>
[Collection(nameof(Catalog))]
public sealed class TwistedParameterTests(Catalog catalog)
{
    /// <summary>They meet no column: flags, limits, and what a procedure takes.</summary>
    private static readonly string[] Free = ["@IncludeClosed", "@Limit", "@PatienceMilliseconds", "@PerAppeal", "@PerNumber"];

    public static TheoryData<string> Names => [.. Catalog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Statement_ParameterOfAnotherType_IsTold(string name)
    {
        var statement = catalog.Statement(name);

        var untold =
            from parameter in statement.Parameters
            where !Free.Contains(parameter.Key)
            let twisted = new Dictionary<string, SqlType>(statement.Parameters)
            {
                [parameter.Key] = Twist(parameter.Value),
            }
            where !Proof.RuleProblems(catalog.Proof.Bind(statement with { Parameters = twisted })).Any()
            select $"{name}: nobody would see {parameter.Key} as {twisted[parameter.Key]}";

        Assert.Empty(untold);
    }

    private static SqlType Twist(SqlType type) => type switch
    {
        { IsText: true } => type with { Name = type.IsUnicode ? "varchar" : "nvarchar" },
        { IsBinary: true } => type with { Name = type.Name == "binary" ? "varbinary" : "binary" },
        { Name: "decimal" } => type with { Scale = type.Scale + 2 },
        { Name: "datetime2" } => type with { Scale = 7 },
        { Name: "bigint" } => SqlType.Int,
        { Name: "int" } => SqlType.BigInt,
        _ => new SqlType("datetime"),
    };
}
