using System.Security.Cryptography;
using Gateway.Client;
using Gateway.EvidenceLog;

namespace Gateway.IntegrationTests.Crash;

/// <summary>The evidence that clients kept, after what happened to the gateway.</summary>
internal static class KeptEvidence
{
    /// <summary>Asserts that the log in a data directory has the statement of each answer at the place that its batch
    /// gives.</summary>
    public static void AssertInLog(string directory, IReadOnlyCollection<VerifiedAnswer> evidence)
    {
        using var log = EvidenceLogReader.Open(directory);
        foreach (var answer in evidence)
        {
            var batch = answer.Evidence.Batch;
            var digest = SHA256.HashData(answer.Evidence.StatementBytes);
            var place = batch.Entries.ToList().FindIndex(entry => entry.AsSpan().SequenceEqual(digest));
            var index = batch.Size - batch.Entries.Count + place;
            Assert.Equal(log.Origin, batch.Origin);
            Assert.Equal(digest, log.Entry(index)!.Digest);
        }
    }
}
