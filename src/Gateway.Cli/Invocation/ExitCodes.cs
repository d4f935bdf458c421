namespace Gateway.Cli.Invocation;

/// <summary>What the exit code of <c>trafficgw</c> tells a script.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int EvidenceFailed = 3;
    public const int OutcomeUnknown = 4;
    public const int ListsDiffer = 5;

    /// <summary>The list as <c>--help</c> prints it.</summary>
    public const string Help = """
        Exit codes:
          0  done; the answer's signature was verified
          1  refused by the gateway, with a verified signature (demo: a step was not as it should be)
          2  wrong options, or a file is missing
          3  the answer's evidence failed a check: do not rely on it
          4  gateway unreachable, or the outcome is unknown: try again with the same request id
          5  settlements reconcile: the two lists differ
        """;
}
