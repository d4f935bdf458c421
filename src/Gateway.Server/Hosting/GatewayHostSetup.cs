using Google.Protobuf.Reflection;

namespace Gateway.Server.Hosting;

/// <summary>What sets one host apart from the standard one: a program's arguments, or a test's additions.</summary>
internal sealed record GatewayHostSetup
{
    /// <summary>Command line.</summary>
    public string[] Args { get; init; } = [];

    /// <summary>Environment; null takes it from <c>ASPNETCORE_ENVIRONMENT</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>Settings that stand above all others.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether the log goes to the console.</summary>
    public bool ConsoleLog { get; init; } = true;

    /// <summary>Files whose services are served beside the gateway's own.</summary>
    public IReadOnlyList<FileDescriptor> MoreContract { get; init; } = [];

    /// <summary>
    /// Services, by full name, that are answered unsigned, for measuring what signing costs. No setting can add one.
    /// </summary>
    public IReadOnlyList<string> UnsignedServices { get; init; } = [];

    /// <summary>Changes to the services, made last.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>Endpoints beside the gateway's own.</summary>
    public Action<IEndpointRouteBuilder> Endpoints { get; init; } = _ => { };
}
