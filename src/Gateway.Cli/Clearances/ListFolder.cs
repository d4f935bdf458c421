using Gateway.Cli.Invocation;

namespace Gateway.Cli.Clearances;

/// <summary>A folder in which a verifier keeps its two lists.</summary>
internal static class ListFolder
{
    /// <summary>Name of the trust list.</summary>
    public const string TrustFile = "trust-list.cbor";

    /// <summary>Name of the revocation list.</summary>
    public const string RevocationsFile = "revocations.cbor";

    /// <summary>Keeps two lists in the place of those that are there, if there are any.</summary>
    /// <param name="folder">Made where it is not there.</param>
    /// <param name="trust">The trust list as it came.</param>
    /// <param name="revocations">The revocation list as it came.</param>
    /// <param name="roots">The pinned roots.</param>
    /// <returns>The lists.</returns>
    /// <exception cref="ListNotTrustedException">One is not signed as it has to be, or older than the one that is kept:
    /// somebody may be hiding a revocation.</exception>
    public static VerifierLists Keep(
        string folder, ReadOnlyMemory<byte> trust, ReadOnlyMemory<byte> revocations,
        IReadOnlyList<ReadOnlyMemory<byte>> roots)
    {
        var lists = VerifierLists.Of(trust, revocations, roots);
        if (Kept(folder, roots) is { } kept)
            Compare(folder, lists, kept);

        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, TrustFile), trust);
        Write(Path.Combine(folder, RevocationsFile), revocations);
        return lists;
    }

    private static VerifierLists? Kept(string folder, IReadOnlyList<ReadOnlyMemory<byte>> roots)
    {
        var trust = Path.Combine(folder, TrustFile);
        var revocations = Path.Combine(folder, RevocationsFile);
        if (!File.Exists(trust))
            return null;

        try
        {
            return VerifierLists.Read(trust, File.Exists(revocations) ? revocations : null, roots);
        }
        catch (ListNotTrustedException e)
        {
            throw new UsageException(
                $"What is kept in '{folder}' cannot be compared with what came; move it away. {e.Message}");
        }
    }

    private static void Compare(string folder, VerifierLists lists, VerifierLists kept)
    {
        if (!lists.Trust.CanReplace(kept.Trust))
        {
            throw new ListNotTrustedException(
                $"Trust list {lists.Trust.Number} is older than {kept.Trust.Number}, which '{folder}' has.");
        }

        if (kept.Revocations is { } before && !lists.Revocations!.CanReplace(before))
        {
            throw new ListNotTrustedException(
                $"Revocation list {lists.Revocations!.Number} is older than {before.Number}, which '{folder}' has.");
        }
    }

    // Whoever reads it meanwhile reads the old one or the new one.
    private static void Write(string path, ReadOnlyMemory<byte> content)
    {
        var making = path + ".new";
        File.WriteAllBytes(making, content.Span);
        File.Move(making, path, overwrite: true);
    }
}
