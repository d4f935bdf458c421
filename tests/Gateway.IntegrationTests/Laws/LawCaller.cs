using Gateway.Contracts.V1;
using Gateway.Server.Access;
using Gateway.Server.Callers;

namespace Gateway.IntegrationTests.Laws;

/// <summary>Who calls: what the access policy grants, and the counter that its requests name.</summary>
/// <param name="Grant">What is granted.</param>
/// <param name="Counter">The counter; null for the head office and the reviewer.</param>
internal sealed record LawCaller(AccessGrant Grant, Counter? Counter)
{
    /// <summary>How many can settle; they come first.</summary>
    public const int Settlers = 3;

    /// <summary>Which is the head office.</summary>
    public const int HeadOffice = Settlers;

    /// <summary>Which is the reviewer.</summary>
    public const int Reviewer = HeadOffice + 1;

    /// <summary>Two branches, the postal hub, the head office and a reviewer of the prosecution.</summary>
    public static readonly IReadOnlyList<LawCaller> All =
    [
        Branch("00001"),
        Branch("00002"),
        new(Granted("/hub", Role.PostalHub, "", Scope.Post), CounterOf("00001")),
        new(Granted("/head-office", Role.HeadOffice, "", Scope.All), null),
        new(Granted("/reviewer", Role.Reviewer, "", Scope.All), null),
    ];

    /// <summary>SPIFFE id.</summary>
    public string Id => Grant.Caller.Id.Value;

    /// <inheritdoc/>
    public override string ToString() => Grant.Caller.Id.Path;

    private static LawCaller Branch(string code) =>
        new(Granted($"/branch/{code}", Role.Branch, code, Scope.OwnBranch), CounterOf(code));

    private static AccessGrant Granted(string path, Role role, string branch, Scope scope)
    {
        Assert.True(SpiffeId.TryParse("spiffe://post.gov.eg" + path, out var id));
        return new AccessGrant(new Caller(id, role, branch, ""), scope);
    }

    private static Counter CounterOf(string branch) =>
        new() { BranchCode = branch, CounterCode = "02", TellerCode = "t.17" };
}
