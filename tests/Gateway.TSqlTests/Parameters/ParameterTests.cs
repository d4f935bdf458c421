using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Parameters;

/// <summary>What stores really send.</summary>
[Collection(nameof(Catalog))]
public sealed class ParameterTests(Catalog catalog)
{
    [Fact]
    public void Recorder_AllStoreCalls_MeetEachStatement()
    {
        var recorded = Catalog.Names.Where(name => catalog.Recorded.Types(name).Count > 0).ToList();

        Assert.Empty(Catalog.Names.Except(recorded).Except(Unrecorded.Parameters.Keys)
            .Select(name => $"{name}: recording: no call in StoreCalls sends it"));
        Assert.Empty(recorded.Intersect(Unrecorded.Parameters.Keys)
            .Select(name => $"{name}: recording: it is sent, so it does not belong into Unrecorded"));
        Assert.Empty(Unrecorded.Parameters.Keys.Except(Catalog.Names)
            .Select(name => $"{name}: recording: Unrecorded has it, the catalog does not"));
    }

    [Fact]
    public void Recorder_EachRunOfAStatement_HasTheSameTypes()
    {
        var differing =
            from name in Catalog.Names
            let runs = catalog.Recorded.Types(name)
            where runs.Select(Written).Distinct().Count() > 1
            select $"{name}: recording: {string.Join(" or ", runs.Select(Written).Distinct())}";

        Assert.Empty(differing);
    }

    [Fact]
    public void Recorder_CallResult_HasExactTypes()
    {
        var types = catalog.Recorded.Types("call_result_insert")[0];

        Assert.Equal("varchar(200)", types["@Caller"].ToString());
        Assert.Equal("binary(32)", types["@RequestSha256"].ToString());
        Assert.Equal("varbinary(max)", types["@Request"].ToString());
        Assert.Equal("datetime2(3)", types["@CreateTime"].ToString());
        Assert.Equal("int", types["@State"].ToString());
    }

    private static string Written(IReadOnlyDictionary<string, SqlType> types) =>
        string.Join(", ", types.Select(type => $"{type.Key} {type.Value}").Order(StringComparer.Ordinal));
}
