using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

public sealed class MessageDigesterTests
{
    private static readonly byte[][] Messages = [[1, 2, 3], [], [.. Enumerable.Repeat((byte)7, 5000)]];

    [Fact]
    public void Digest_NoMessage_IsSha256OfNothing()
    {
        using var digester = new MessageDigester();

        Assert.Equal(0, digester.Count);
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hex(digester.Digest()));
    }

    [Fact]
    public void Digest_OneMessage_IsItsSha256()
    {
        using var digester = new MessageDigester();

        digester.Add(Messages[0]);

        Assert.Equal(1, digester.Count);
        Assert.Equal(SHA256.HashData(Messages[0]), digester.Digest());
    }

    [Fact]
    public void Digest_ThreeMessages_IsSha256OfTheirDigests()
    {
        using var digester = new MessageDigester();

        foreach (var message in Messages)
            digester.Add(message);

        Assert.Equal(3, digester.Count);
        Assert.Equal(SHA256.HashData([.. Messages.SelectMany(SHA256.HashData)]), digester.Digest());
    }

    [Fact]
    public void Digest_AskedBetweenMessages_ChangesNothing()
    {
        using var digester = new MessageDigester();

        foreach (var message in Messages)
        {
            digester.Add(message);
            digester.Digest();
        }

        Assert.Equal(MessageDigester.Combine([.. Messages.Select(SHA256.HashData)]), digester.Digest());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Digest_MessagesInPieces_IsThatOfWholeMessages(int count)
    {
        using var whole = new MessageDigester();
        using var pieces = new MessageDigester();

        foreach (var message in Messages.Take(count))
        {
            whole.Add(message);
            pieces.Begin();
            foreach (var piece in message.Chunk(1000))
                pieces.Append(piece);
            pieces.End();
        }

        Assert.Equal(whole.Digest(), pieces.Digest());
        Assert.Equal(whole.Digest(), MessageDigester.Combine([.. Messages.Take(count).Select(SHA256.HashData)]));
    }

    [Fact]
    public void Digest_MessageNotEnded_LeavesItOut()
    {
        using var digester = new MessageDigester();

        digester.Add(Messages[0]);
        digester.Begin();
        digester.Append(Messages[2]);

        Assert.Equal(1, digester.Count);
        Assert.Equal(SHA256.HashData(Messages[0]), digester.Digest());
    }

    [Fact]
    public void Pieces_OutOfOrder_AreRefused()
    {
        using var digester = new MessageDigester();

        Assert.Throws<InvalidOperationException>(() => digester.Append([1]));
        Assert.Throws<InvalidOperationException>(digester.End);
        digester.Begin();
        Assert.Throws<InvalidOperationException>(digester.Begin);
        Assert.Throws<InvalidOperationException>(() => digester.Add([1]));
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
