using System.Buffers.Binary;
using Gateway.Evidence;

namespace Gateway.Server.Evidence;

/// <summary>
/// Follows gRPC frames (one flag byte, four bytes of length, the message) in a run of bytes and digests each message.
/// One thread at a time.
/// </summary>
internal sealed class FrameDigester(MessageDigester digest)
{
    private const int HeaderBytes = 5;
    private readonly byte[] _header = new byte[HeaderBytes];
    private int _headerBytes;
    private long _missing;

    /// <summary>Takes the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_headerBytes < HeaderBytes)
            {
                var take = Math.Min(HeaderBytes - _headerBytes, bytes.Length);
                bytes[..take].CopyTo(_header.AsSpan(_headerBytes));
                _headerBytes += take;
                bytes = bytes[take..];
                if (_headerBytes < HeaderBytes)
                    return;

                _missing = BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(1));
                digest.Begin();
            }

            var part = (int)Math.Min(_missing, bytes.Length);
            digest.Append(bytes[..part]);
            bytes = bytes[part..];
            _missing -= part;
            if (_missing == 0)
            {
                digest.End();
                _headerBytes = 0;
            }
        }
    }
}
