using Gateway.Clearance;

namespace Gateway.UnitTests.Clearances.Cbor;

public sealed class CborFormTests
{
    [Theory]
    [InlineData("00", "a number")]
    [InlineData("A0", "an empty map")]
    [InlineData("A201002000", "keys by their bytes")]
    [InlineData("D28440A04040", "a tagged array")]
    [InlineData("F5", "a truth value")]
    [InlineData("8181818181818181818181818181818100", "16 levels")]
    public void Check_CanonicalItem_FindsNothing(string hex, string what) => AssertFault(CborFault.None, hex, what);

    [Theory]
    [InlineData("1800", "a number in two bytes that needs one")]
    [InlineData("1900FF", "a number in three bytes that needs two")]
    [InlineData("5801AA", "a length in two bytes that needs one")]
    [InlineData("9F00FF", "an array of indefinite length")]
    [InlineData("BF0000FF", "a map of indefinite length")]
    [InlineData("5F41AAFF", "bytes of indefinite length")]
    [InlineData("7F6161FF", "a text of indefinite length")]
    [InlineData("A220000100", "keys out of order")]
    [InlineData("A20100180100", "twice the key 1, once in two bytes")]
    [InlineData("D8128440A04040", "a tag in two bytes that needs one")]
    public void Check_AnotherForm_IsNotCanonical(string hex, string what) =>
        AssertFault(CborFault.NotCanonical, hex, what);

    [Theory]
    [InlineData("A201000101", "twice the key 1")]
    [InlineData("81A2616100616100", "twice the key a, deeper")]
    public void Check_KeyTwice_IsFound(string hex, string what) => AssertFault(CborFault.DuplicateKeys, hex, what);

    [Theory]
    [InlineData("0000", "another item")]
    [InlineData("A0FF", "a break")]
    [InlineData("00F6", "a null")]
    public void Check_BytesBehind_AreFound(string hex, string what) => AssertFault(CborFault.TrailingBytes, hex, what);

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("82", "items are missing")]
    [InlineData("D2", "a tag of nothing")]
    [InlineData("A100", "a value is missing")]
    [InlineData("44AABB", "bytes are missing")]
    [InlineData("FF", "a break alone")]
    [InlineData("1C", "a head that is reserved")]
    [InlineData("F814", "a truth value in two bytes")]
    [InlineData("62C328", "a text that is no UTF-8")]
    [InlineData("7F62C328FF", "a text of indefinite length that is no UTF-8")]
    [InlineData("63EDA080", "half of a surrogate pair")]
    [InlineData("9B7FFFFFFFFFFFFFFF", "an array longer than memory")]
    [InlineData("5B7FFFFFFFFFFFFFFF00", "bytes longer than memory")]
    public void Check_WhatIsNone_IsMalformed(string hex, string what) => AssertFault(CborFault.Malformed, hex, what);

    [Theory]
    [InlineData(17)]
    [InlineData(1_000_000)]
    public void Check_TooManyLevels_IsMalformed(int levels)
    {
        var bytes = Enumerable.Repeat((byte)0x81, levels).Append((byte)0).ToArray();

        var fault = CborForm.Check(bytes);

        Assert.Equal(CborFault.Malformed, fault);
    }

    private static void AssertFault(CborFault expected, string hex, string what)
    {
        var fault = CborForm.Check(Convert.FromHexString(hex));

        Assert.True(expected == fault, $"{what}: {fault}");
    }
}
