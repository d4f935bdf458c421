using Gateway.Data;

namespace Gateway.IntegrationTests.Laws;

/// <summary>What befalls a write.</summary>
internal enum CommitFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The database fails before COMMIT was sent.</summary>
    FailsBefore,

    /// <summary>The connection is lost with COMMIT on its way, which does not arrive.</summary>
    LostBefore,

    /// <summary>The connection is lost when COMMIT has taken place.</summary>
    LostAfter,

    /// <summary>The gateway is killed before COMMIT.</summary>
    KilledBefore,

    /// <summary>The gateway is killed when COMMIT has taken place.</summary>
    KilledAfter,
}

/// <summary>The gateway is no more.</summary>
internal sealed class GatewayKilledException() : Exception("The gateway was killed.");

/// <summary>Makes the next write fail at one of its points, once. Thread-safe.</summary>
internal sealed class CommitFaults
{
    private int _armed;

    /// <summary>Whether the fault that was armed last has not happened.</summary>
    public bool IsArmed => Volatile.Read(ref _armed) != (int)CommitFault.None;

    /// <summary>Arms a fault in the place of one that has not happened.</summary>
    public void Arm(CommitFault fault) => Interlocked.Exchange(ref _armed, (int)fault);

    /// <summary>To be told where each write is.</summary>
    public void OnPoint(TransactionPoint point)
    {
        var fault = (CommitFault)Volatile.Read(ref _armed);
        var isAfter = fault is CommitFault.LostAfter or CommitFault.KilledAfter;
        if (fault == CommitFault.None
            || isAfter != (point == TransactionPoint.AfterCommit)
            || Interlocked.CompareExchange(ref _armed, (int)CommitFault.None, (int)fault) != (int)fault)
            return;

        throw fault switch
        {
            CommitFault.KilledBefore or CommitFault.KilledAfter => new GatewayKilledException(),
            _ => new DatabaseUnavailableException("The connection was lost.")
            {
                IsCommitUnknown = fault != CommitFault.FailsBefore,
            },
        };
    }
}
