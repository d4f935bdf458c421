namespace Gateway.UnitTests.Clearances.Forging;

/// <summary>Changes codes by chance: in their text, in their bytes, in their content.</summary>
internal static class Mutant
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// <summary>A mutant of a code; it may by chance be the code itself.</summary>
    /// <param name="code">The code.</param>
    /// <param name="other">Another one, of which it may take parts.</param>
    /// <param name="random">What is done to it.</param>
    public static string Of(string code, string other, Random random) => random.Next(4) switch
    {
        0 => Text(code, other, random),
        1 => OddCode.Altered(code, message => Item(message, random)),
        _ => OddCode.CodeOf([.. Bytes([.. OddCode.BytesOf(code)], OddCode.BytesOf(other), random)]),
    };

    private static string Text(string code, string other, Random random)
    {
        var (at, sign) = (random.Next(code.Length), Alphabet[random.Next(Alphabet.Length)]);
        return random.Next(6) switch
        {
            0 => $"{code.AsSpan(0, at)}{sign}{code.AsSpan(at + 1)}",
            1 => code.Insert(at, sign.ToString()),
            2 => code.Remove(at, 1),
            3 => code[..at],
            4 => string.Concat(code.AsSpan(0, at), other.AsSpan(Math.Min(at, other.Length))),
            _ => $"{code.AsSpan(0, at)}{(char)random.Next(char.MaxValue)}{code.AsSpan(at + 1)}",
        };
    }

    private static List<byte> Bytes(List<byte> bytes, byte[] other, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                case 3 when at < other.Length:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.AddRange(other[at..]);
                    break;
                case 4:
                    bytes.AddRange(other[..random.Next(1, 9)]);
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }
        return bytes;
    }

    // Another form or another value somewhere in the message, or in what it signs.
    private static void Item(RawItem message, Random random)
    {
        if (random.Next(3) == 0)
        {
            Change(message, random);
            return;
        }
        var payload = RawItem.Parse(OddCode.PayloadOf(message).Content);
        Change(payload, random);
        OddCode.PayloadOf(message).Content = payload.Encode();
    }

    /// <summary>Another form or another value somewhere in an item.</summary>
    public static void Change(RawItem whole, Random random)
    {
        var items = All(whole).ToList();
        var item = items[random.Next(items.Count)];
        switch (random.Next(6))
        {
            case 0:
                item.HeadBytes = 1 << random.Next(4);
                break;
            case 1:
                item.IsIndefinite = true;
                break;
            case 2 when item.Items.Count > 1:
                item.Items.AddRange(item.Items[..2]);
                break;
            case 3 when item.Items.Count > 1:
                item.Items.Reverse();
                break;
            case 4 when item.Content.Length > 0:
                item.Content[random.Next(item.Content.Length)] ^= (byte)(1 << random.Next(8));
                break;
            default:
                item.Value += (ulong)random.Next(1, 300);
                break;
        }
    }

    private static IEnumerable<RawItem> All(RawItem item) => item.Items.SelectMany(All).Prepend(item);
}
