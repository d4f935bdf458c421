using System.Reflection;

namespace Gateway.UnitTests.Architecture;

/// <summary>The dependency rule of src/README.md, held over what each assembly really references.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Gateway.Contracts"] = [],
        ["Gateway.Domain"] = [],
        ["Gateway.Data"] = ["Gateway.Domain"],
        ["Gateway.Evidence"] = ["Gateway.Contracts"],
        ["Gateway.EvidenceLog"] = ["Gateway.Evidence", "Gateway.Contracts"],
        ["Gateway.Clearance"] = ["Gateway.Domain"],
        ["Gateway.Client"] = ["Gateway.Contracts", "Gateway.Evidence", "Gateway.Clearance"],
        ["Gateway.Server"] =
        [
            "Gateway.Contracts", "Gateway.Domain", "Gateway.Data", "Gateway.Evidence", "Gateway.EvidenceLog",
            "Gateway.Clearance",
        ],
    };

    public static TheoryData<string> Assemblies => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_References_OnlyWhatItMay(string assembly)
    {
        var own = References(assembly).Where(name => name.StartsWith("Gateway.", StringComparison.Ordinal));

        Assert.Empty(own.Except(Allowed[assembly]));
    }

    [Theory]
    [InlineData("Dapper", "Gateway.Data")]
    [InlineData("Microsoft.Data.Sqlite", "Gateway.Data", "Gateway.EvidenceLog")]
    [InlineData("System.Formats.Asn1", "Gateway.Evidence", "Gateway.Server", "Gateway.Client")]
    [InlineData("BouncyCastle.Cryptography", "Gateway.Evidence", "Gateway.Server")]
    [InlineData("System.Formats.Cbor", "Gateway.Clearance")]
    [InlineData("System.Security.Cryptography.Pkcs")]
    [InlineData("Grpc.AspNetCore.Server", "Gateway.Server")]
    [InlineData("Google.Protobuf", "Gateway.Contracts", "Gateway.Evidence", "Gateway.Server", "Gateway.Client")]
    public void Package_IsReferenced_OnlyWhereItBelongs(string package, params string[] homes)
    {
        var users = Allowed.Keys.Where(assembly => References(assembly).Contains(package));

        Assert.Empty(users.Except(homes));
    }

    [Fact]
    public void Domain_DoesNoInputOrOutput()
    {
        string[] forbidden = ["System.Data.Common", "System.Net.Http", "System.Net.Sockets", "System.IO.FileSystem",
            "System.Net.Security"];

        Assert.Empty(References("Gateway.Domain").Intersect(forbidden));
    }

    private static HashSet<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!).ToHashSet(StringComparer.Ordinal);
}
