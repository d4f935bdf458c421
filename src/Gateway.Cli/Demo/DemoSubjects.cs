using Gateway.Cli.Fines;
using Gateway.Contracts.V1;
using Gateway.Data;

namespace Gateway.Cli.Demo;

/// <summary>The subjects of the sample data that the demo walks through.</summary>
internal static class DemoSubjects
{
    /// <summary>A plate that nobody knows.</summary>
    public static Subject Unknown => NamedSample.Unknown.ToContract();

    /// <summary>
    /// Those with outstanding fines while the data is fresh; the demo takes the first that still has some.
    /// </summary>
    public static IReadOnlyList<Subject> WithFines =>
    [
        NamedSample.FiveOutstanding.ToContract(),
        NamedSample.UnderAppeal.ToContract(),
        NamedSample.OldPlate.ToContract(),
        NamedSample.Licence.ToContract(),
    ];
}
