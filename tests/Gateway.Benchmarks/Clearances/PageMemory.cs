using System.Diagnostics;
using System.Globalization;
using Gateway.Server.Clearances.Page;
using Gateway.Testing.Clearances;
using Gateway.Testing.Tools;

namespace Gateway.Benchmarks.Clearances;

/// <summary>What the process takes after so many pages, two at once as in the gateway.</summary>
internal static class PageMemory
{
    private const double Mebibyte = 1024 * 1024;
    private const int Threads = 2;
    private const long WorkingSetBound = 16 * 1024 * 1024;
    private const long HeapBound = 1024 * 1024;

    /// <summary>Measures at a tenth, a quarter, half and all of the pages.</summary>
    public static void Measure(int count, TextWriter output)
    {
        using var pages = new SomePages();
        var readings = new List<(int Pages, ProcessMemory Memory)>();
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        foreach (var next in new[] { count / 10, count / 4, count / 2, count })
        {
            Draw(pages, done, next);
            done = next;
            readings.Add((next, ProcessMemory.Read()));
        }

        var rate = count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Memory over {count} pages, {Threads} at once, {rate:F0} a second"));
        output.WriteLine($"{"pages",8}{"working set MiB",18}{"managed heap MiB",19}{"native heap MiB",18}");
        foreach (var (at, memory) in readings)
            output.WriteLine(Row($"{at}", memory.WorkingSet, memory.ManagedHeap, memory.NativeHeap));

        var (first, last) = (readings[0].Memory, readings[^1].Memory);
        output.WriteLine(Row(
            "growth", last.WorkingSet - first.WorkingSet, last.ManagedHeap - first.ManagedHeap,
            last.NativeHeap - first.NativeHeap));
        output.WriteLine(Row("bound", WorkingSetBound, HeapBound, HeapBound));
        output.WriteLine(IsFlat(first, last) ? "flat" : "NOT FLAT");
    }

    private static bool IsFlat(ProcessMemory first, ProcessMemory last) =>
        last.WorkingSet - first.WorkingSet <= WorkingSetBound
        && last.ManagedHeap - first.ManagedHeap <= HeapBound
        && (last.NativeHeap - first.NativeHeap ?? 0) <= HeapBound;

    private static void Draw(SomePages pages, int from, int to) => Parallel.For(
        from, to, new ParallelOptions { MaxDegreeOfParallelism = Threads },
        n => ClearancePageRenderer.ToPdf(pages.Page(n)));

    private static string Row(string name, long workingSet, long managed, long? native) =>
        $"{name,8}{Text(workingSet),18}{Text(managed),19}{(native is { } bytes ? Text(bytes) : "not known"),18}";

    private static string Text(long bytes) => (bytes / Mebibyte).ToString("F2", CultureInfo.InvariantCulture);
}
