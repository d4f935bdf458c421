using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Gateway.Server.Callers;

/// <summary>One open connection of a caller. Thread-safe.</summary>
internal sealed class CallerConnection(ConnectionContext connection, X509Certificate2 certificate)
{
    private int _calls;

    /// <summary>The caller's certificate.</summary>
    public X509Certificate2 Certificate => certificate;

    /// <summary>Calls that were let in and are under way.</summary>
    public int CallsUnderWay => Volatile.Read(ref _calls);

    /// <summary>Whether its caller might call when it was last looked at. Used by one thread.</summary>
    public bool WasGood { get; set; }

    /// <summary>When it was seen first that its caller may call no more; null while it may. Used by one thread.</summary>
    public long? LostTimestamp { get; set; }

    /// <summary>Whether it was ended from here. Used by one thread.</summary>
    public bool IsEnded { get; set; }

    /// <summary>A call was let in.</summary>
    public void Enter() => Interlocked.Increment(ref _calls);

    /// <summary>It has ended, but for its answer.</summary>
    public void Leave() => Interlocked.Decrement(ref _calls);

    /// <summary>Lets the answers of calls under way go out, and takes no more calls.</summary>
    public void Close() => connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();

    /// <summary>Ends it at once, whatever is under way.</summary>
    public void Abort() => connection.Abort(new ConnectionAbortedException("The caller may call no more."));
}
