using System.Runtime.InteropServices;

namespace Gateway.Testing.Tools;

/// <summary>What this process takes, after everything that is no longer used was collected.</summary>
/// <param name="WorkingSet">In memory, bytes.</param>
/// <param name="ManagedHeap">Bytes of the managed heap that are in use.</param>
/// <param name="NativeHeap">Bytes that native libraries allocated and have not freed; null where the C library does not
/// tell.</param>
internal sealed record ProcessMemory(long WorkingSet, long ManagedHeap, long? NativeHeap)
{
    /// <summary>Collects and reads.</summary>
    public static ProcessMemory Read()
    {
        // Finalizers free native memory, and what they leave is collected by the next round.
        for (var round = 0; round < 2; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return new ProcessMemory(Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: true), Native());
    }

    private static long? Native()
    {
        try
        {
            var info = mallinfo2();
            return checked((long)(info.AllocatedInArenas + info.AllocatedByMapping));
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    // glibc 2.33 and later, over all arenas.
    [DllImport("libc")]
    private static extern MallocInfo mallinfo2();

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct MallocInfo
    {
        public readonly nuint Arena;
        public readonly nuint FreeChunks;
        public readonly nuint FastFreeChunks;
        public readonly nuint Mappings;
        public readonly nuint AllocatedByMapping;
        public readonly nuint Unused;
        public readonly nuint FastFree;
        public readonly nuint AllocatedInArenas;
        public readonly nuint Free;
        public readonly nuint Trimmable;
    }
}
