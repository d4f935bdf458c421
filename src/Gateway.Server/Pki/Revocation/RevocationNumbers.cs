using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Gateway.Server.Pki;

/// <summary>
/// The highest number of each authority's revocation list that was ever in force here, kept in the data directory: an
/// older list that somebody puts back is refused, after a restart too. Used by one thread at a time.
/// </summary>
internal sealed class RevocationNumbers
{
    /// <summary>The file.</summary>
    public const string FileName = "revocation-lists.json";

    private readonly string _path;
    private readonly Dictionary<string, BigInteger> _highest = new(StringComparer.Ordinal);

    private RevocationNumbers(string path) => _path = path;

    /// <summary>Reads the numbers of a data directory.</summary>
    /// <exception cref="InvalidDataException">They cannot be read.</exception>
    public static RevocationNumbers Open(string directory)
    {
        var numbers = new RevocationNumbers(Path.Combine(directory, FileName));
        if (!File.Exists(numbers._path))
            return numbers;
        try
        {
            var kept = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(numbers._path)) ?? [];
            foreach (var (authority, number) in kept)
                numbers._highest[authority] = BigInteger.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
            return numbers;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new InvalidDataException(
                $"'{numbers._path}' cannot be read, without which an older revocation list could be put back: "
                + e.Message, e);
        }
    }

    /// <summary>Refuses a list that is older than one that was in force.</summary>
    /// <exception cref="InvalidDataException">It names the authority and both numbers.</exception>
    public void Check(RevocationLists lists)
    {
        foreach (var list in lists.All)
        {
            if (_highest.TryGetValue(list.AuthorityId, out var highest) && list.Number < highest)
                throw new InvalidDataException(
                    $"The revocation list of '{list.Issuer}' has number {list.Number}; number {highest} was in force "
                    + "before.");
        }
    }

    /// <summary>Notes the numbers of lists that come into force.</summary>
    /// <returns>Why they could not be kept; null where they are. They count until the end of this process then.</returns>
    public string? Raise(RevocationLists lists)
    {
        var isHigher = false;
        foreach (var list in lists.All)
        {
            isHigher |= !_highest.TryGetValue(list.AuthorityId, out var highest) || list.Number > highest;
            _highest[list.AuthorityId] = list.Number;
        }

        try
        {
            if (isHigher)
                Write();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"'{_path}' cannot be written: {e.Message}";
        }
    }

    private void Write()
    {
        var making = _path + ".new";
        using (var file = new FileStream(making, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, _highest.ToDictionary(
                one => one.Key, one => one.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal));
            file.Flush(flushToDisk: true);
        }

        File.Move(making, _path, overwrite: true);
    }
}
