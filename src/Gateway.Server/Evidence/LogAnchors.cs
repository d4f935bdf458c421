using Gateway.Data;
using Gateway.EvidenceLog;
using Gateway.Server.Hosting;

namespace Gateway.Server.Evidence;

/// <summary>
/// What the prosecution's database knows of this gateway's evidence log: read before the log is opened, told when it is
/// open, and raised while it grows. Thread-safe once it was read.
/// </summary>
internal sealed class LogAnchors(GatewayOptions options, IProsecutionDatabase database, TimeProvider time)
{
    /// <summary>The head that was known at start; null where none was.</summary>
    public LogHead? AtStart { get; private set; }

    /// <summary>Reads what is known.</summary>
    /// <exception cref="DatabaseUnavailableException">The database failed.</exception>
    public async Task ReadAsync()
    {
        var anchor = await database.ReadAsync(
            session => new EvidenceAnchorStore(session).FindAsync(options.Name, default), default);
        AtStart = anchor is null ? null : new LogHead(anchor.Origin, anchor.Size, anchor.Root.ToArray());
    }

    /// <summary>Opens the log, held against what is known.</summary>
    /// <exception cref="EvidenceLogOpenException">It is not to be continued; the message says what to do.</exception>
    public EvidenceLog.EvidenceLog Open(Func<LogHead?, EvidenceLog.EvidenceLog> open)
    {
        try
        {
            return open(AtStart);
        }
        catch (EvidenceLogOpenException e) when (e.Fault is not LogFault.Unusable)
        {
            throw new EvidenceLogOpenException($"{e.Message} {WhatToDo(e.Fault)}", e, e.Fault);
        }
    }

    /// <summary>Tells the database the log that was opened; where it came after a lost one, ends that.</summary>
    /// <exception cref="EvidenceLogOpenException">Another process told it another log meanwhile.</exception>
    /// <exception cref="DatabaseUnavailableException">The database failed.</exception>
    public async Task BindAsync(LogHead head)
    {
        try
        {
            await database.WriteAsync(session => BindAsync(new EvidenceAnchorStore(session), head), default);
        }
        catch (DuplicateRowException e)
        {
            throw new EvidenceLogOpenException(
                $"Another process has begun an evidence log for {options.Name} meanwhile.", e, LogFault.AnotherLog);
        }
    }

    /// <summary>Raises what the database knows.</summary>
    /// <returns>Null, or a head that the database knows and this log has not reached: somebody else continues
    /// it.</returns>
    /// <exception cref="DatabaseUnavailableException">The database failed.</exception>
    public Task<LogHead?> RaiseAsync(LogHead head, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var anchors = new EvidenceAnchorStore(session);
                if (await anchors.RaiseAsync(head.Origin, head.Size, head.Root, time.GetUtcNow(), cancellationToken))
                    return null;
                var known = await anchors.FindByOriginAsync(head.Origin, cancellationToken);
                var isThis = known is { Successor: null } && known.Size == head.Size
                    && known.Root.Span.SequenceEqual(head.Root);
                return isThis
                    ? null
                    : new LogHead(known?.Successor ?? head.Origin, known?.Size ?? 0, known?.Root.ToArray() ?? []);
            },
            cancellationToken);

    private async Task<int> BindAsync(EvidenceAnchorStore anchors, LogHead head)
    {
        var now = time.GetUtcNow();
        var known = await anchors.FindAsync(options.Name, default);
        if (known?.Origin == head.Origin)
        {
            await anchors.RaiseAsync(head.Origin, head.Size, head.Root, now, default);
            return 0;
        }

        if (known is not null && known.Origin != AtStart?.Origin)
            throw new EvidenceLogOpenException(
                $"The database knows {known.Origin} as the evidence log of {options.Name} meanwhile.",
                fault: LogFault.AnotherLog);
        if (known is not null)
            await anchors.SucceedAsync(known.Origin, head.Origin, default);
        await anchors.InsertAsync(
            options.Name, new EvidenceAnchor(head.Origin, head.Size, head.Root, now, Successor: null), default);
        return 0;
    }

    private string WhatToDo(LogFault fault)
    {
        const string PutBack = "Put the newest file back in its place; an older one is never continued.";
        if (fault == LogFault.AnotherGateway)
            return "Give each gateway its own data directory and name.";
        return AtStart is null
            ? PutBack + " If it is lost, move what is there away: nothing is known of it in the database."
            : $"{PutBack} If it is lost, start with Gateway:Evidence:AcceptLoss = {AtStart.Origin}: what is there is "
                + "set aside, and a new log is begun that names the last known head.";
    }
}
