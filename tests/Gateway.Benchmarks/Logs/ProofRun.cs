using System.Diagnostics;
using Gateway.Evidence;
using Gateway.EvidenceLog;

namespace Gateway.Benchmarks.Logs;

/// <summary>What one takes, in microseconds: by the clock, and of a processor, which other programs of the machine do
/// not lengthen.</summary>
internal sealed record ProofTimes(double Median, double P99, double Processor);

/// <summary>Proofs of a log in its full size, all verified.</summary>
internal sealed class ProofRun(EvidenceLogReader log, Random random)
{
    private readonly long _size = log.Size;
    private readonly byte[] _root = log.RootAt(log.Size);

    /// <summary>Inclusion proofs of random entries, and their verification.</summary>
    public (ProofTimes Proofs, ProofTimes Verifications) Inclusion(int count)
    {
        var positions = Enumerable.Range(0, count).Select(_ => random.NextInt64(_size)).ToArray();
        var proofs = new InclusionProof[count];
        var making = Measure(count, each => proofs[each] = log.InclusionProofOf(positions[each], _size));
        var leaves = positions.Select(position => TreeProofs.LeafHash(log.Entry(position)!.Digest)).ToArray();
        var verified = 0;
        var verifying = Measure(count, each =>
            verified += TreeProofs.VerifyInclusion(leaves[each], proofs[each], _root) ? 1 : 0);
        Require(verified == count);
        return (making, verifying);
    }

    /// <summary>Consistency proofs from random older sizes.</summary>
    public ProofTimes Consistency(int count)
    {
        var sizes = Enumerable.Range(0, count).Select(_ => 1 + random.NextInt64(_size)).ToArray();
        var paths = new IReadOnlyList<byte[]>[count];
        var making = Measure(count, each => paths[each] = log.ConsistencyProof(sizes[each], _size));
        Require(Enumerable.Range(0, count).All(each => TreeProofs.VerifyConsistency(
            sizes[each], log.RootAt(sizes[each]), _size, _root, paths[each])));
        return making;
    }

    private static ProofTimes Measure(int count, Action<int> one)
    {
        using var process = Process.GetCurrentProcess();
        var times = new double[count];
        var before = process.TotalProcessorTime;
        for (var each = 0; each < count; each++)
        {
            var start = Stopwatch.GetTimestamp();
            one(each);
            times[each] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        process.Refresh();
        var processor = (process.TotalProcessorTime - before).TotalMicroseconds / count;
        Array.Sort(times);
        return new ProofTimes(times[count / 2], times[count * 99 / 100], processor);
    }

    private static void Require(bool condition)
    {
        if (!condition)
            throw new InvalidOperationException("A proof does not verify.");
    }
}
