namespace Gateway.Cli.Invocation;

/// <summary>The sample callers that commands call as where nobody is named.</summary>
internal static class SampleCaller
{
    /// <summary>A post office.</summary>
    public const string Branch = "branch-00001";

    /// <summary>The postal authority's own system, which speaks for any branch.</summary>
    public const string Hub = "hub";

    /// <summary>A member of the prosecution who reviews appeals and revokes certificates.</summary>
    public const string Reviewer = "reviewer";
}
