namespace Gateway.Cli.Invocation;

/// <summary>What the exit code of <c>trafficgw</c> tells a script.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int EvidenceFailed = 3;
    public const int OutcomeUnknown = 4;
    public const int Differs = 5;
    public const int Alarm = 6;

    /// <summary>
    /// A certificate that was checked does not count, or may not: this, and the contract's number of the verdict.
    /// </summary>
    public const int VerdictBase = 10;

    /// <summary>The list as <c>--help</c> prints it.</summary>
    public const string Help = """
        Exit codes:
          0  done; the answer's signature was verified
          1  refused by the gateway, with a verified signature (demo: a step was not as it should be)
          2  wrong options, or a file is missing
          3  the answer's evidence failed a check: do not rely on it; evidence fsck: the log is not as it has to be;
             evidence watch: something that was received could not be checked, or the monitor's record is damaged
          4  gateway unreachable, or the outcome is unknown: try again with the same request id
          5  reconciled, and the two lists differ; evidence fsck: the log is sound, and the database differs from it
          6  evidence watch: ALARM, the gateway contradicts what it signed; both heads are kept
         12  clearance check, verify: genuine, but whether it was revoked is not known
         13  … expired   14  … revoked   15  … superseded by another sheet   16  … altered or forged
         17  … not a certificate   18  … this machine's clock is wrong   19  … the trust list is out of date
        """;
}
