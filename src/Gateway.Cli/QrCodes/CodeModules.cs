namespace Gateway.Cli.QrCodes;

/// <summary>Which modules of a code are dark, and the codewords that they are.</summary>
internal sealed class CodeModules
{
    private const int FormatBits = 15;
    private const int FormatMask = 0b101010000010010;
    private const int FormatGenerator = 0b10100110111;
    private const int MostFormatErrors = 3;

    // Levels L, M, Q, H as 0 to 3, by the two bits that name them (table 12).
    private static readonly int[] LevelOfBits = [1, 0, 3, 2];

    private readonly CodeVersion _version;
    private readonly bool[,] _dark;

    public CodeModules(CodeVersion version, double[,] shades)
    {
        _version = version;
        _dark = Dark(shades, version.Size);
    }

    /// <summary>The error correction level and the mask; null where neither copy of the format can be read.</summary>
    public (int Level, int Mask)? Format()
    {
        var copies = FormatPlaces().Select(Read).ToList();
        var best = Enumerable.Range(0, 32)
            .Select(data => (Data: data, Errors: copies.Min(copy => ErrorsTo(copy, data))))
            .MinBy(candidate => candidate.Errors);
        return best.Errors <= MostFormatErrors ? (LevelOfBits[best.Data >> 3], best.Data & 7) : null;
    }

    /// <summary>The codewords in the order in which they stand, with their mask taken off (7.7.3, 7.8).</summary>
    public byte[] Codewords(int mask)
    {
        const int timingColumn = 6;
        var (bits, upwards) = (new List<bool>(), true);
        for (var right = _version.Size - 1; right > 0; right -= 2, upwards = !upwards)
        {
            if (right == timingColumn)
                right--;
            for (var i = 0; i < _version.Size; i++)
            {
                var y = upwards ? _version.Size - 1 - i : i;
                for (var x = right; x > right - 2; x--)
                {
                    if (!_version.IsFunction(x, y))
                        bits.Add(_dark[y, x] ^ IsMasked(mask, x, y));
                }
            }
        }

        var codewords = new byte[bits.Count / 8];
        for (var i = 0; i < codewords.Length * 8; i++)
            codewords[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        return codewords;
    }

    // The most significant bit first; in the last bit of the second copy's column stands a module that is always dark.
    private IEnumerable<(int X, int Y)[]> FormatPlaces()
    {
        var far = _version.Size - 1;
        yield return
        [
            (0, 8), (1, 8), (2, 8), (3, 8), (4, 8), (5, 8), (7, 8), (8, 8),
            (8, 7), (8, 5), (8, 4), (8, 3), (8, 2), (8, 1), (8, 0),
        ];
        yield return
        [
            .. Enumerable.Range(0, 7).Select(i => (8, far - i)),
            .. Enumerable.Range(0, 8).Select(i => (far - 7 + i, 8)),
        ];
    }

    private int Read((int X, int Y)[] places) =>
        places.Aggregate(0, (value, place) => (value << 1) | (_dark[place.Y, place.X] ? 1 : 0));

    private static int ErrorsTo(int read, int data)
    {
        var rest = data << (FormatBits - 5);
        for (var bit = FormatBits - 1; bit >= FormatBits - 5; bit--)
        {
            if ((rest & (1 << bit)) != 0)
                rest ^= FormatGenerator << (bit - (FormatBits - 5));
        }

        var whole = ((data << (FormatBits - 5)) | rest) ^ FormatMask;
        return int.PopCount(whole ^ read);
    }

    private static bool IsMasked(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((y / 2) + (x / 3)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    // Darker than half-way between the darkest and the lightest around: light falls unevenly on paper.
    private static bool[,] Dark(double[,] shades, int size)
    {
        const int around = 4;
        var dark = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var (least, most) = (double.MaxValue, double.MinValue);
                for (var j = Math.Max(0, y - around); j <= Math.Min(size - 1, y + around); j++)
                {
                    for (var i = Math.Max(0, x - around); i <= Math.Min(size - 1, x + around); i++)
                        (least, most) = (Math.Min(least, shades[j, i]), Math.Max(most, shades[j, i]));
                }

                dark[y, x] = shades[y, x] < (least + most) / 2;
            }
        }

        return dark;
    }
}
