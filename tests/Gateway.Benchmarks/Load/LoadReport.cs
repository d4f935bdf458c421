using System.Globalization;

namespace Gateway.Benchmarks.Load;

/// <summary>The table of a load run.</summary>
internal static class LoadReport
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Writes the table and the ratios.</summary>
    public static void Write(
        IReadOnlyDictionary<LoadKind, LoadResult> results, long peakBytes, double answersPerBatch, TextWriter output)
    {
        output.WriteLine($"{"",-28}{"calls/s",12}{"p50 ms",10}{"p99 ms",10}{"CPU us/call",14}{"server MiB",12}");
        foreach (var (kind, result) in results)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind.Name,-28}{result.CallsPerSecond,12:F0}{result.Percentile(0.5).TotalMilliseconds,10:F2}"
                + $"{result.Percentile(0.99).TotalMilliseconds,10:F2}{result.ProcessorPerCall.TotalMicroseconds,14:F1}"
                + $"{result.WorkingSetBytes / Mebibyte,12:F0}"));
        }

        var bare = results[LoadKind.Bare];
        var unsigned = results[LoadKind.Unsigned];
        var signed = results[LoadKind.Signed];
        var perSecond = signed.CallsPerSecond / unsigned.CallsPerSecond;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            signed / unsigned, calls a second   {perSecond:F2}   (to reach 0.80)
            signed / bare, calls a second       {signed.CallsPerSecond / bare.CallsPerSecond:F2}
            signed / unsigned, CPU per call     {signed.ProcessorPerCall / unsigned.ProcessorPerCall:F2}
            answers that shared a signature     {answersPerBatch:F1}
            peak working set of the server      {peakBytes / Mebibyte:F0} MiB   (to stay below 200 MB)
            """));
    }

    /// <summary>Writes what signing and logging add to a call that waits for no other.</summary>
    public static void WriteAlone(
        IReadOnlyDictionary<LoadKind, LoadResult> results, TimeSpan flush, TextWriter output)
    {
        var unsigned = results[LoadKind.Unsigned].Percentile(0.5);
        var added = results[LoadKind.Signed].Percentile(0.5) - unsigned;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            one call at a time, p50 ms          {unsigned.TotalMilliseconds:F2} unsigned
            added by signing and logging, ms    {added.TotalMilliseconds:F2}
            one flush of the disk, p50 ms       {flush.TotalMilliseconds:F2}
            added / flush                       {added / flush:F2}   (to reach 1.00)
            """));
    }
}
