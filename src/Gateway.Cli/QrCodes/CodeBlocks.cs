namespace Gateway.Cli.QrCodes;

/// <summary>The blocks into which the codewords of a code fall (ISO/IEC 18004, 7.6).</summary>
internal static class CodeBlocks
{
    /// <summary>The data of a code, mended; null where a block has more errors than can be mended.</summary>
    public static byte[]? Data(CodeVersion version, int level, ReadOnlySpan<byte> codewords)
    {
        var (count, correction) = version.BlocksOf(level);
        var shortData = (codewords.Length / count) - correction;
        var longBlocks = codewords.Length % count;
        var blocks = new byte[count][];
        for (var i = 0; i < count; i++)
            blocks[i] = new byte[DataOf(i) + correction];

        // One codeword of each block in turn; the longer blocks, which are the last, have one of data more.
        var next = 0;
        for (var at = 0; at <= shortData; at++)
        {
            for (var i = 0; i < count; i++)
            {
                if (at < DataOf(i))
                    blocks[i][at] = codewords[next++];
            }
        }

        for (var at = 0; at < correction; at++)
        {
            for (var i = 0; i < count; i++)
                blocks[i][DataOf(i) + at] = codewords[next++];
        }

        var data = new List<byte>();
        for (var i = 0; i < count; i++)
        {
            if (!ReedSolomon.Mend(blocks[i], correction))
                return null;
            data.AddRange(blocks[i].AsSpan(0, DataOf(i)));
        }

        return [.. data];

        int DataOf(int block) => block < count - longBlocks ? shortData : shortData + 1;
    }
}
