using System.Text;
using Gateway.Clearance;

namespace Gateway.UnitTests.Clearances.Credential;

public sealed class Base45Tests
{
    // RFC 9285, sections 4.3 and 4.4.
    [Theory]
    [InlineData("AB", "BB8")]
    [InlineData("Hello!!", "%69 VD92EX0")]
    [InlineData("base-45", "UJCLQE7W581")]
    [InlineData("ietf!", "QED8WEX0")]
    [InlineData("", "")]
    public void Text_OfTheStandard_IsWrittenAndReadAsThere(string text, string encoded)
    {
        var bytes = Encoding.ASCII.GetBytes(text);

        var written = Base45.Encode(bytes);
        var isRead = Base45.TryDecode(encoded, out var read);

        Assert.Equal(encoded, written);
        Assert.True(isRead);
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData("FGW", "the highest triplet")]
    [InlineData("U5", "the highest pair")]
    public void Decode_HighestGroup_IsRead(string encoded, string what)
    {
        var isRead = Base45.TryDecode(encoded, out var bytes);

        Assert.True(isRead, what);
        Assert.All(bytes, one => Assert.Equal(byte.MaxValue, one));
    }

    [Theory]
    [InlineData("A", "one character stands for nothing")]
    [InlineData("BB8A", "one character is left over")]
    [InlineData("GGW", "65536 in a triplet")]
    [InlineData(":::", "91124 in a triplet")]
    [InlineData("V5", "256 in a pair")]
    [InlineData("::", "2024 in a pair")]
    [InlineData("BB8::", "a pair that is too high behind a triplet")]
    [InlineData("bb8", "small letters")]
    [InlineData("BB=", "a character of base64")]
    [InlineData("BB\0", "a zero")]
    [InlineData("BB\n", "a line's end")]
    [InlineData("B\u00A08", "a space that does not break")]
    [InlineData("ＢＢ８", "wide letters")]
    [InlineData("BB٨", "an Arabic digit")]
    public void Decode_WhatIsNone_IsRefused(string encoded, string what)
    {
        var isRead = Base45.TryDecode(encoded, out var bytes);

        Assert.False(isRead, what);
        Assert.Empty(bytes);
    }

    [Fact]
    public void Decode_Space_IsAValueAndNotLeftOut()
    {
        var isRead = Base45.TryDecode("   ", out var bytes);

        Assert.False(isRead);
        Assert.True(Base45.TryDecode("  0", out bytes));
        Assert.Equal([(36 + (36 * 45)) >> 8, (36 + (36 * 45)) & 255], bytes);
    }

    [Fact]
    public void EachPairOfBytes_HasOneText()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);

        for (var value = 0; value <= ushort.MaxValue; value++)
        {
            byte[] bytes = [(byte)(value >> 8), (byte)(value & 255)];
            var text = Base45.Encode(bytes);
            Assert.True(seen.Add(text));
            Assert.True(Base45.TryDecode(text, out var read));
            Assert.Equal(bytes, read);
        }
    }
}
