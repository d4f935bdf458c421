using Gateway.Data;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Server.Evidence;
using Gateway.Server.Pki;
using Gateway.Server.TimeStamps;

namespace Gateway.Server.Hosting;

/// <summary>What has to stand before the first call: keys, schema, sample data, evidence log.</summary>
internal static class GatewayStart
{
    private const int Seed = 1973;

    /// <summary>Makes what is missing and opens what is there.</summary>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        var options = services.GetRequiredService<GatewayOptions>();
        Directory.CreateDirectory(options.DataDirectory);
        services.GetRequiredService<PkiInForce>();
        services.GetRequiredService<TimeStampAuthorities>();
        services.GetRequiredService<IDatabaseProvider>().Migrate(
            services.GetRequiredService<ILoggerFactory>().CreateLogger<IDatabaseProvider>(),
            services.GetRequiredService<TimeProvider>(),
            CancellationToken.None);
        await OpenLogAsync(services);
        AnnounceNoteKey(services, options);
        var database = services.GetRequiredService<IProsecutionDatabase>();
        if (options.Database.SampleData == true)
            await FillAsync(database, options, services.GetRequiredService<TimeProvider>());
    }

    // Without the database nobody could tell an older copy of the log from the log; so there is no start without it.
    private static async Task OpenLogAsync(IServiceProvider services)
    {
        var anchors = services.GetRequiredService<LogAnchors>();
        await anchors.ReadAsync();
        await anchors.BindAsync(services.GetRequiredService<EvidenceLog.EvidenceLog>().Head);
    }

    private static void AnnounceNoteKey(IServiceProvider services, GatewayOptions options)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        using var signer = services.GetRequiredService<BatchSignerSource>()(now);
        NoteKeyFiles.Announce(
            options.DataDirectory,
            options.Evidence.NoteKey.Length > 0 ? options.Evidence.NoteKey : null,
            services.GetRequiredService<EvidenceLog.EvidenceLog>().Origin,
            signer,
            now);
    }

    private static async Task FillAsync(IProsecutionDatabase database, GatewayOptions options, TimeProvider time)
    {
        var known = await database.ReadAsync(
            session => new SubjectStore(session).FindAsync(NamedSample.FiveOutstanding, default), default);
        if (known is not null)
            return;

        var generator = new SampleDataGenerator(Seed, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await SampleDataWriter.WriteAsync(database, generator, options.Database.SampleFines, progress: null, default);
    }
}
