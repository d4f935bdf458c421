using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;

namespace Gateway.Server.Appeals;

/// <summary>Reads an appeal as it stands now.</summary>
internal static class AppealView
{
    /// <summary>The appeal as the contract has it.</summary>
    /// <param name="session">Where it is read.</param>
    /// <param name="appeal">The appeal.</param>
    /// <param name="showActors">Whether to tell who moved it.</param>
    /// <param name="cancellationToken">Gives up before the next statement.</param>
    public static async Task<Appeal> ReadAsync(
        DatabaseSession session, AppealRecord appeal, bool showActors, CancellationToken cancellationToken)
    {
        var subject = await new SubjectStore(session).FindAsync(appeal.Details.Subject, cancellationToken)
            ?? throw new InvalidOperationException("An appeal without a subject.");
        var appeals = new AppealStore(session);
        var items = await appeals.ListItemsAsync(appeal.Id, cancellationToken);
        var events = await appeals.ListEventsAsync(appeal.Id, cancellationToken);
        var documents = await new AppealDocumentStore(session).ListAsync(appeal.Id, cancellationToken);
        return AppealMapping.ToWire(appeal, subject.Subject, items, events, documents, showActors);
    }

    /// <summary>The appeal's etag as it stands now.</summary>
    public static async Task<string> EtagAsync(
        DatabaseSession session, AppealRecord appeal, CancellationToken cancellationToken)
    {
        var events = await new AppealStore(session).ListEventsAsync(appeal.Id, cancellationToken);
        var documents = await new AppealDocumentStore(session).CountAsync(appeal.Id, cancellationToken);
        return AppealEtag.Of(appeal.Details.AppealNumber, events.Count, documents);
    }
}
