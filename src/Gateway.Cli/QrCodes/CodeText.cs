using System.Globalization;
using System.Text;

namespace Gateway.Cli.QrCodes;

/// <summary>The text that the data of a code say (ISO/IEC 18004, 7.4).</summary>
internal static class CodeText
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// <summary>The text; null where the data are cut off or in a mode that is not read (kanji, parts of several
    /// codes).</summary>
    public static string? Read(ReadOnlySpan<byte> data, int version)
    {
        var text = new StringBuilder();
        var bits = new BitReader(data);
        while (bits.Left >= 4)
        {
            var isRead = bits.Take(4) switch
            {
                0 => null,
                1 => (bool?)Numeric(ref bits, bits.Take(CountBits(version, 10, 12, 14)), text),
                2 => Letters(ref bits, bits.Take(CountBits(version, 9, 11, 13)), text),
                4 => Bytes(ref bits, bits.Take(CountBits(version, 8, 16, 16)), text),
                _ => false,
            };
            if (isRead is null)
                break;
            if (isRead == false)
                return null;
        }

        return text.ToString();
    }

    private static int CountBits(int version, int small, int middle, int large) => version switch
    {
        <= 9 => small,
        <= 26 => middle,
        _ => large,
    };

    private static bool Numeric(ref BitReader bits, int count, StringBuilder text)
    {
        for (; count > 0; count -= 3)
        {
            var digits = Math.Min(count, 3);
            var value = bits.Take((digits * 3) + 1);
            if (value < 0 || value >= Math.Pow(10, digits))
                return false;
            text.Append(value.ToString($"D{digits}", CultureInfo.InvariantCulture));
        }

        return count >= -2 && bits.Left >= 0;
    }

    private static bool Letters(ref BitReader bits, int count, StringBuilder text)
    {
        if (count < 0)
            return false;
        for (; count > 1; count -= 2)
        {
            var pair = bits.Take(11);
            if (pair < 0 || pair >= Alphanumeric.Length * Alphanumeric.Length)
                return false;
            text.Append(Alphanumeric[pair / Alphanumeric.Length]).Append(Alphanumeric[pair % Alphanumeric.Length]);
        }

        if (count == 0)
            return true;
        var last = bits.Take(6);
        if (last < 0 || last >= Alphanumeric.Length)
            return false;
        text.Append(Alphanumeric[last]);
        return true;
    }

    private static bool Bytes(ref BitReader bits, int count, StringBuilder text)
    {
        if (count < 0 || count * 8 > bits.Left)
            return false;
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)bits.Take(8);
        text.Append(Encoding.UTF8.GetString(bytes));
        return true;
    }

    // The most significant bit first. What is not there is -1.
    private ref struct BitReader(ReadOnlySpan<byte> data)
    {
        private readonly ReadOnlySpan<byte> _data = data;
        private int _next;

        public readonly int Left => (_data.Length * 8) - _next;

        public int Take(int count)
        {
            if (count > Left)
                return -1;
            var value = 0;
            for (; count > 0; count--, _next++)
                value = (value << 1) | ((_data[_next / 8] >> (7 - (_next % 8))) & 1);
            return value;
        }
    }
}
