using Gateway.Clearance;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Clearances;

/// <summary>The two lists of a verifier without a network, their signatures checked.</summary>
/// <param name="Trust">The keys that certificates are signed with.</param>
/// <param name="Revocations">The codes that no longer count; null where there is no list.</param>
internal sealed record VerifierLists(TrustList Trust, RevocationList? Revocations)
{
    /// <summary>Checks the lists as they came.</summary>
    /// <exception cref="ListNotTrustedException">One is not signed as it has to be.</exception>
    public static VerifierLists Of(
        ReadOnlyMemory<byte> trust, ReadOnlyMemory<byte>? revocations, IReadOnlyList<ReadOnlyMemory<byte>> roots)
    {
        try
        {
            var list = TrustList.Read(trust, roots);
            return new VerifierLists(list, revocations is { } file ? RevocationList.Read(file, list) : null);
        }
        catch (InvalidDataException e)
        {
            throw new ListNotTrustedException($"Do not rely on these lists. {e.Message}");
        }
    }

    /// <summary>Reads and checks the files.</summary>
    /// <exception cref="UsageException">A file is missing.</exception>
    /// <exception cref="ListNotTrustedException">One is not signed as it has to be.</exception>
    public static VerifierLists Read(
        string trust, string? revocations, IReadOnlyList<ReadOnlyMemory<byte>> roots) =>
        Of(Bytes(trust), revocations is null ? (ReadOnlyMemory<byte>?)null : Bytes(revocations), roots);

    /// <summary>Prints which lists they are.</summary>
    public void Print(Sheet sheet)
    {
        sheet.Add(
            "Trust list",
            $"{Trust.Number} of {TimeText.Of(Trust.IssueTime)}, until {TimeText.Of(Trust.ExpireTime)}",
            "قائمة الثقة");
        if (Revocations is not { } list)
            return;

        sheet.Add(
            "Revocations",
            $"{list.Number} of {TimeText.Of(list.IssueTime)}, until {TimeText.Of(list.ExpireTime)}, "
            + $"codes: {list.Count}",
            "قائمة الإلغاء");
    }

    private static ReadOnlyMemory<byte> Bytes(string path) => File.Exists(path)
        ? File.ReadAllBytes(path)
        : throw new UsageException($"There is no file '{path}'.");
}
