using System.Security.Cryptography;
using System.Text;

namespace Gateway.Domain;

/// <summary>What a reviewer quotes to say on which state of an appeal a decision rests.</summary>
public static class AppealEtag
{
    private const int KeptBytes = 8;

    /// <summary>
    /// 16 lower-case hex digits: the first 8 bytes of SHA-256 over <c>number|events|documents</c>. Every move adds an
    /// event. Thread-safe.
    /// </summary>
    public static string Of(string appealNumber, int events, int documents) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.ASCII.GetBytes($"{appealNumber}|{events}|{documents}")).AsSpan(0, KeptBytes));
}
