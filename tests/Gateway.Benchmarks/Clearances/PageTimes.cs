using System.Diagnostics;
using System.Globalization;
using Gateway.Server.Clearances.Page;
using Gateway.Testing.Clearances;

namespace Gateway.Benchmarks.Clearances;

/// <summary>How long a page takes as PDF, one after another, and how large it is.</summary>
internal static class PageTimes
{
    private const int WarmUp = 100;
    private const int Pages = 500;
    private const int ToStayBelowMilliseconds = 25;
    private const int ToStayBelowBytes = 150_000;

    /// <summary>Measures.</summary>
    public static void Measure(TextWriter output)
    {
        using var pages = new SomePages();
        for (var n = 0; n < WarmUp; n++)
            ClearancePageRenderer.ToPdf(pages.Page(n));

        var times = new List<double>();
        var sizes = new List<int>();
        using var process = Process.GetCurrentProcess();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = process.TotalProcessorTime;
        for (var n = WarmUp; n < WarmUp + Pages; n++)
        {
            var page = pages.Page(n);
            var start = Stopwatch.GetTimestamp();
            sizes.Add(ClearancePageRenderer.ToPdf(page).Length);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        process.Refresh();
        processor = process.TotalProcessorTime - processor;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        times.Sort();
        output.WriteLine($"Printing: {Pages} pages as PDF, one after another");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            a page, mean                              {times.Average(),8:F1} ms   (to stay below {ToStayBelowMilliseconds})
              p50, p99                                {times[Pages / 2],8:F1} {times[Pages * 99 / 100]:F1} ms
              CPU                                     {processor.TotalMilliseconds / Pages,8:F1} ms
              managed memory allocated                {allocated / 1000.0 / Pages,8:F0} kB
            size of a page, mean                      {sizes.Average() / 1000,8:F1} kB
            size of a page, largest                   {sizes.Max() / 1000.0,8:F1} kB   (to stay below {ToStayBelowBytes / 1000})

            """));
    }
}
