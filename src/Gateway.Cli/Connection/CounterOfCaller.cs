using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Connection;

/// <summary>The counter that a caller's requests name. The caller's SPIFFE id says which branch it is.</summary>
internal static class CounterOfCaller
{
    private const string DefaultCounter = "01";

    /// <summary>The counter; null for a caller that is no branch and speaks for none.</summary>
    /// <exception cref="UsageException">The caller speaks for any branch, and none was named.</exception>
    public static Counter? Of(string? spiffeId, string? branch, string? counter, string teller)
    {
        var path = spiffeId is not null && Uri.TryCreate(spiffeId, UriKind.Absolute, out var id)
            ? id.AbsolutePath.Trim('/').Split('/')
            : [];
        if (path is ["branch", var ownBranch, ..])
        {
            var ownCounter = path is [_, _, "counter", var last] ? last : DefaultCounter;
            return Named(branch ?? ownBranch, counter ?? ownCounter, teller);
        }

        if (branch is not null)
            return Named(branch, counter ?? DefaultCounter, teller);
        if (path is ["hub", ..])
            throw new UsageException("The postal hub speaks for a branch: name it with --branch, e.g. --branch 00001.");
        return null;
    }

    private static Counter Named(string branch, string counter, string teller) =>
        new() { BranchCode = branch, CounterCode = counter, TellerCode = teller };
}
