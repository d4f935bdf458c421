using Gateway.Server.Pki;

namespace Gateway.UnitTests.Server.Pki;

public sealed class SharedTests
{
    [Fact]
    public void Release_ByTheLast_DisposesOnce()
    {
        var value = new Disposed();
        var shared = new Shared<Disposed>(value);
        shared.Hold();

        shared.Release();
        var early = value.Times;
        shared.Release();

        Assert.Equal((0, 1), (early, value.Times));
        Assert.False(shared.TryHold());
        Assert.Throws<ObjectDisposedException>(shared.Hold);
    }

    [Fact]
    public void Hold_ByManyAtOnce_IsNeverOfSomethingDisposed()
    {
        for (var round = 0; round < 200; round++)
        {
            var value = new Disposed();
            var shared = new Shared<Disposed>(value);

            Parallel.For(0, 8, number =>
            {
                if (number == 0)
                {
                    shared.Release();
                }
                else if (shared.TryHold())
                {
                    Assert.Equal(0, value.Times);
                    shared.Release();
                }
            });

            Assert.Equal(1, value.Times);
        }
    }

    private sealed class Disposed : IDisposable
    {
        private int _times;

        public int Times => Volatile.Read(ref _times);

        public void Dispose() => Interlocked.Increment(ref _times);
    }
}
