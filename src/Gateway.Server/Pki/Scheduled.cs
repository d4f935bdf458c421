using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gateway.Server.Pki;

/// <summary>A key, and the one that takes its place from a moment on. Immutable.</summary>
/// <param name="Current">What is used until then.</param>
/// <param name="Next">What is used from then on; null where nothing is announced.</param>
/// <param name="From">The moment; null where it is not set yet.</param>
internal sealed record Scheduled<T>(T Current, T? Next, DateTimeOffset? From) where T : class
{
    /// <summary>All of them.</summary>
    public IEnumerable<T> All => Next is null ? [Current] : [Current, Next];

    /// <summary>What is used at a moment.</summary>
    public T At(DateTimeOffset moment) => Next is not null && moment >= From ? Next : Current;

    /// <summary>Makes something of each.</summary>
    public Scheduled<TOther> Map<TOther>(Func<T, TOther> make) where TOther : class =>
        new(make(Current), Next is null ? null : make(Next), From);
}

/// <summary>
/// Keys that are announced before they are used: beside <c>NAME</c> there is <c>NAME-next</c>, and
/// <c>NAME-next.from</c> with the moment from which it is used (RFC 3339, such as <c>2026-12-01T02:00:00Z</c>).
/// </summary>
internal static class Scheduled
{
    private const string Suffix = "-next";

    /// <summary>The file that says when a key takes the place of the one before.</summary>
    public static string MomentFile(string name) => name + Suffix + ".from";

    /// <summary>Name of the key that is announced.</summary>
    public static string NextOf(string name) => name + Suffix;

    /// <summary>Reads a key, and the next one where there is another.</summary>
    /// <param name="files">The files; those of both keys and <see cref="MomentFile"/>.</param>
    /// <param name="name">Name of the key.</param>
    /// <param name="filesOf">The files of a key.</param>
    /// <param name="load">Reads a key.</param>
    /// <param name="certificateOf">Its certificate.</param>
    /// <exception cref="InvalidDataException">A file is missing or wrong.</exception>
    public static Scheduled<T> Load<T>(
        FileSnapshot files, string name, Func<string, IReadOnlyList<string>> filesOf, Func<string, T> load,
        Func<T, X509Certificate2> certificateOf)
        where T : class
    {
        var current = load(name);
        if (!filesOf(NextOf(name)).Any(files.Has))
            return new Scheduled<T>(current, null, null);

        // Where it has taken the place already, its own files were left behind.
        var next = load(NextOf(name));
        return certificateOf(next).RawDataMemory.Span.SequenceEqual(certificateOf(current).RawDataMemory.Span)
            ? new Scheduled<T>(current, null, null)
            : new Scheduled<T>(current, next, Moment(files, MomentFile(name)));
    }

    private static DateTimeOffset? Moment(FileSnapshot files, string file)
    {
        if (!files.Has(file))
            return null;
        var text = Encoding.UTF8.GetString(files.Bytes(file).Span).Trim();
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];
        return DateTimeOffset.TryParseExact(
            text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            ? moment
            : throw new InvalidDataException(
                $"'{files.PathOf(file)}' is not a moment with its zone, such as 2026-12-01T02:00:00Z.");
    }
}
