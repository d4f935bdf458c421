namespace Gateway.Benchmarks.Load;

/// <summary>What is called.</summary>
/// <param name="Name">Name in the report.</param>
/// <param name="Service">Full name of the service.</param>
/// <param name="Method">Name of the method.</param>
internal sealed record LoadKind(string Name, string Service, string Method)
{
    /// <summary>A fixed answer.</summary>
    public static LoadKind Bare { get; } = new("bare method", "traffic.gateway.benchmarks.v1.LoadService", "Bare");

    /// <summary>The inquiry without evidence.</summary>
    public static LoadKind Unsigned { get; } = new(
        "inquiry unsigned", "traffic.gateway.benchmarks.v1.LoadService", "Inquire");

    /// <summary>The inquiry as it is.</summary>
    public static LoadKind Signed { get; } =
        new("inquiry signed and logged", "traffic.gateway.v1.FinesInquiryService", "InquireFines");

    /// <summary>Every kind, in the order of a round.</summary>
    public static IReadOnlyList<LoadKind> All { get; } = [Bare, Unsigned, Signed];
}
