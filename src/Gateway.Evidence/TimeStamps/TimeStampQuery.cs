using System.Formats.Asn1;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Tsp;

namespace Gateway.Evidence;

/// <summary>
/// One question to a time-stamp authority (RFC 3161, section 2.4.1), and what its answer is held against: with a nonce of
/// its own, and the wish that the authority's certificate comes along. Immutable; thread-safe.
/// </summary>
public sealed class TimeStampQuery
{
    private const int NonceBytes = 8;
    private const int GrantedWithMods = 1;

    private readonly byte[] _data;
    private readonly IReadOnlyCollection<string> _policies;
    private readonly BigInteger _nonce = new(1, RandomNumberGenerator.GetBytes(NonceBytes));
    private readonly byte[] _encoded;

    /// <summary>Asks for a time stamp over the SHA-256 of bytes.</summary>
    /// <param name="data">The bytes; they are kept, not copied.</param>
    /// <param name="policies">Object identifiers of the policies that are taken; none takes every policy. A single one
    /// is asked for.</param>
    public TimeStampQuery(byte[] data, IReadOnlyCollection<string> policies)
    {
        _data = data;
        _policies = policies;
        var generator = new TimeStampRequestGenerator();
        generator.SetCertReq(true);
        if (policies.Count == 1)
            generator.SetReqPolicy(new DerObjectIdentifier(policies.Single()));
        _encoded = generator
            .Generate(new DerObjectIdentifier(CmsOids.Sha256), SHA256.HashData(data), _nonce)
            .GetEncoded();
    }

    /// <summary>The TimeStampReq, DER.</summary>
    public byte[] ToBytes() => [.. _encoded];

    /// <summary>Checks the answer: status, nonce, policy, and all that <see cref="TimeStampVerifier"/> does.</summary>
    /// <param name="response">The TimeStampResp as it came.</param>
    /// <param name="verifier">Knows the authority's roots.</param>
    /// <exception cref="TimeStampException">The first check that fails.</exception>
    public VerifiedTimeStamp Check(ReadOnlyMemory<byte> response, TimeStampVerifier verifier)
    {
        var token = ReadToken.Read(TokenOf(response));
        if (!_nonce.Equals(token.Nonce))
            throw new TimeStampException(TimeStampCheck.Nonce, "Time stamp refused: its nonce is not the one sent.");
        if (_policies.Count > 0 && !_policies.Contains(token.Policy))
        {
            throw new TimeStampException(
                TimeStampCheck.Policy, $"Time stamp refused: its policy {token.Policy} is not one of those allowed.");
        }

        return verifier.Verify(token, _data, certificates: null);
    }

    // What the authority says in words is not repeated: it is a stranger's text.
    private static ReadOnlyMemory<byte> TokenOf(ReadOnlyMemory<byte> response)
    {
        try
        {
            var outer = new AsnReader(response, AsnEncodingRules.BER);
            var answer = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            if (!answer.ReadSequence().TryReadInt32(out var status) || status is < 0 or > GrantedWithMods)
            {
                throw new TimeStampException(
                    TimeStampCheck.Status, $"Time stamp refused: the authority did not grant it (status {status}).");
            }

            var token = answer.ReadEncodedValue();
            answer.ThrowIfNotEmpty();
            return token;
        }
        catch (AsnContentException exception)
        {
            throw new TimeStampException(
                TimeStampCheck.Response, "Time stamp refused: the response is none of RFC 3161.", exception);
        }
    }
}
