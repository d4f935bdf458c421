using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Foreign;

/// <summary>A test that needs Node and the packages of the foreign client.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Tool.Find("node") is null)
            Skip = "node is not installed: apt-get install nodejs npm";
        else if (!Directory.Exists(Path.Combine(ForeignClient.Directory, "node_modules")))
            Skip = "the foreign client's packages are not installed: npm ci --prefix tests/Gateway.IntegrationTests/ForeignClient";
        else if (Tool.Find("openssl") is null)
            Skip = "openssl is not installed: apt-get install openssl";
    }
}
