using Gateway.Server.Clearances.Page;
using Gateway.Testing.Clearances;
using Gateway.Testing.Tools;

namespace Gateway.UnitTests.Server.Clearances;

/// <summary>Nothing else runs beside it, or what that allocates would count.</summary>
[CollectionDefinition(nameof(PageMemoryTests), DisableParallelization = true)]
[Collection(nameof(PageMemoryTests))]
public sealed class PageMemoryTests
{
    // Until the caches of the drawing libraries have their size.
    private const int WarmUp = 100;
    private const int Pages = 300;

    // A page that left only its smaller typeface behind would leave eight times as much.
    private const long Bound = 4 * 1024 * 1024;

    [Fact]
    public void Pages_ManyOfThem_LeaveNothingBehind()
    {
        using var pages = new SomePages();
        Draw(pages, 0, WarmUp);
        var before = ProcessMemory.Read();

        Draw(pages, WarmUp, WarmUp + Pages);

        var after = ProcessMemory.Read();
        Assert.InRange(after.ManagedHeap - before.ManagedHeap, long.MinValue, Bound);
        Assert.InRange(after.NativeHeap - before.NativeHeap ?? 0, long.MinValue, Bound);
    }

    private static void Draw(SomePages pages, int from, int to)
    {
        for (var n = from; n < to; n++)
            ClearancePageRenderer.ToPdf(pages.Page(n));
    }
}
