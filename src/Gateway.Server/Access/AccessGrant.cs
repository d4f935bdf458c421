using Gateway.Contracts.V1;
using Gateway.Server.Callers;

namespace Gateway.Server.Access;

/// <summary>Whose records the caller of this call reaches.</summary>
internal sealed record AccessGrant(Caller Caller, Scope Scope)
{
    /// <summary>Whether a counter of the post has to be named.</summary>
    public bool NeedsCounter => Scope is Scope.OwnBranch or Scope.Post;

    /// <summary>Whether the caller may speak for this counter.</summary>
    public bool Covers(Counter counter) => Scope != Scope.OwnBranch
        || (counter.BranchCode == Caller.BranchCode
            && (Caller.CounterCode.Length == 0 || counter.CounterCode == Caller.CounterCode));

    /// <summary>The one branch whose records are reached; null for every branch.</summary>
    public string? OnlyBranch => Scope == Scope.OwnBranch ? Caller.BranchCode : null;
}
