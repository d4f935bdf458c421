using System.Collections.Concurrent;

namespace Gateway.Data;

/// <summary>Makes items on another thread while earlier ones are used.</summary>
internal static class SamplePrefetch
{
    private const int ItemsPerBatch = 256;
    private const int Batches = 8;

    /// <summary>
    /// The same items in the same order. The source may be without end; it is left when the caller stops.
    /// </summary>
    public static IEnumerable<T> Ahead<T>(IEnumerable<T> source)
    {
        using var stop = new CancellationTokenSource();
        using var batches = new BlockingCollection<T[]>(Batches);
        var producer = Task.Run(() => Produce(source, batches, stop.Token));
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable())
            {
                foreach (var item in batch)
                    yield return item;
            }
        }
        finally
        {
            stop.Cancel();
            producer.Wait();
        }
    }

    private static void Produce<T>(IEnumerable<T> source, BlockingCollection<T[]> batches, CancellationToken stop)
    {
        try
        {
            foreach (var batch in source.Chunk(ItemsPerBatch))
                batches.Add(batch, stop);
        }
        catch (OperationCanceledException)
        {
            // The caller has what it wants.
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
