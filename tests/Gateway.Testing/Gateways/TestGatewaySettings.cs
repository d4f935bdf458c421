using Gateway.Testing.Databases;
using Gateway.Testing.Pki;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Testing.Gateways;

/// <summary>What sets one test gateway apart.</summary>
internal sealed record TestGatewaySettings
{
    /// <summary>An existing folder to use, and to leave; null makes one and deletes it.</summary>
    public string? Directory { get; init; }

    /// <summary>An existing database to use, and to leave; null for a SQLite file in the folder.</summary>
    public TestDatabase? Database { get; init; }

    /// <summary>More settings, by their full name.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    /// <summary>Changes to the services.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>
    /// The environment: a server under test has a certificate that nobody vouches for, which is taken in Development only.
    /// </summary>
    public string Environment => Database is SqlServerTestDatabase ? "Development" : "Testing";

    /// <summary>The settings of a gateway in <paramref name="directory"/>.</summary>
    public Dictionary<string, string?> ToConfiguration(string directory)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Gateway:Listen"] = "127.0.0.1:0",
            ["Gateway:Operations:Listen"] = "127.0.0.1:0",
            // One with a folder of its own over a database that others used has a log of its own, and so a name.
            ["Gateway:Name"] = Directory is null && Database is not null
                ? $"traffic-gateway.test/{Path.GetFileName(directory)}"
                : "traffic-gateway.test/gw-1",
            ["Gateway:DataDirectory"] = directory,
            ["Gateway:Pki:Directory"] = TestPki.Shared.Directory,
            ["Gateway:Database:SampleData"] = "true",
            ["Gateway:Database:SampleFines"] = "0",
        };
        foreach (var (key, value) in Database?.Settings ?? new Dictionary<string, string?>())
            settings[key] = value;
        foreach (var (key, value) in More)
            settings[key] = value;
        return settings;
    }
}
