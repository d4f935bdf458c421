using Gateway.Cli.Fines;
using Gateway.Contracts.V1;
using Gateway.Data;

namespace Gateway.Cli.Demo;

/// <summary>The subjects of the sample data that the demo walks through.</summary>
internal static class DemoSubjects
{
    /// <summary>A plate that nobody knows.</summary>
    public static Subject Unknown => NamedSample.Unknown.ToContract();

    /// <summary>One with an unpaid fine under appeal, and one without fines; the demo leaves both so.</summary>
    public static (Subject UnderAppeal, Subject WithoutFines) AlwaysSo =>
        (NamedSample.UnderAppeal.ToContract(), NamedSample.WithoutFines.ToContract());

    /// <summary>Those with few fines, which the demo settles all, for a certificate.</summary>
    public static IReadOnlyList<Subject> WithFewFines =>
        [NamedSample.OldPlate.ToContract(), NamedSample.Licence.ToContract()];

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
