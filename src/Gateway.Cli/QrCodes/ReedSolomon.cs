namespace Gateway.Cli.QrCodes;

/// <summary>Mends the codewords of a block (ISO/IEC 18004, annex B; Berlekamp and Massey, Chien, Forney).</summary>
internal static class ReedSolomon
{
    /// <summary>Mends a block in its place.</summary>
    /// <param name="block">Data, then error correction.</param>
    /// <param name="correction">How many of the codewords are error correction.</param>
    /// <returns>Whether it is whole now; false where there are more errors than can be mended.</returns>
    public static bool Mend(Span<byte> block, int correction)
    {
        var syndromes = Syndromes(block, correction);
        if (!syndromes.AsSpan().ContainsAnyExcept((byte)0))
            return true;

        var (locator, errors) = Locator(syndromes);
        if (errors * 2 > correction)
            return false;

        var places = Places(locator, block.Length);
        if (places.Count != errors)
            return false;

        foreach (var place in places)
            block[block.Length - 1 - place] ^= Magnitude(syndromes, locator, place);
        return !Syndromes(block, correction).AsSpan().ContainsAnyExcept((byte)0);
    }

    private static byte[] Syndromes(ReadOnlySpan<byte> block, int correction)
    {
        var syndromes = new byte[correction];
        for (var i = 0; i < correction; i++)
        {
            byte value = 0;
            foreach (var codeword in block)
                value = (byte)(GaloisField.Multiply(value, GaloisField.Power(i)) ^ codeword);
            syndromes[i] = value;
        }

        return syndromes;
    }

    // The shortest polynomial that goes on from the syndromes to each next one.
    private static (byte[] Locator, int Errors) Locator(ReadOnlySpan<byte> syndromes)
    {
        var (locator, earlier) = (new byte[syndromes.Length + 1], new byte[syndromes.Length + 1]);
        locator[0] = earlier[0] = 1;
        var (errors, shift, earlierFault) = (0, 1, (byte)1);
        for (var n = 0; n < syndromes.Length; n++)
        {
            byte fault = 0;
            for (var i = 0; i <= errors; i++)
                fault ^= GaloisField.Multiply(locator[i], syndromes[n - i]);
            if (fault == 0)
            {
                shift++;
                continue;
            }

            var before = (byte[])locator.Clone();
            var factor = GaloisField.Divide(fault, earlierFault);
            for (var i = shift; i < locator.Length; i++)
                locator[i] ^= GaloisField.Multiply(factor, earlier[i - shift]);
            if (2 * errors > n)
            {
                shift++;
                continue;
            }

            (errors, earlier, earlierFault, shift) = (n + 1 - errors, before, fault, 1);
        }

        return (locator, errors);
    }

    // Counted from the block's end.
    private static List<int> Places(ReadOnlySpan<byte> locator, int length)
    {
        var places = new List<int>();
        for (var place = 0; place < length; place++)
        {
            if (GaloisField.Evaluate(locator, GaloisField.Power(-place)) == 0)
                places.Add(place);
        }

        return places;
    }

    // The first root of the code is 2⁰; so the magnitude has the place itself as a factor.
    private static byte Magnitude(ReadOnlySpan<byte> syndromes, ReadOnlySpan<byte> locator, int place)
    {
        var evaluator = new byte[syndromes.Length];
        for (var i = 0; i < evaluator.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                evaluator[i] ^= GaloisField.Multiply(syndromes[i - j], locator[j]);
        }

        // In a field of characteristic two only the odd powers have a derivative.
        var derivative = new byte[locator.Length];
        for (var i = 1; i < locator.Length; i += 2)
            derivative[i - 1] = locator[i];
        var root = GaloisField.Power(-place);
        var value = GaloisField.Divide(
            GaloisField.Evaluate(evaluator, root), GaloisField.Evaluate(derivative, root));
        return GaloisField.Multiply(GaloisField.Power(place), value);
    }
}
