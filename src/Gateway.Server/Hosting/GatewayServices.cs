using Gateway.Data;
using Gateway.Domain;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Server.Access;
using Gateway.Server.Appeals;
using Gateway.Server.Appeals.Documents;
using Gateway.Server.Callers;
using Gateway.Server.Calls;
using Gateway.Server.Clearances;
using Gateway.Server.Errors;
using Gateway.Server.Evidence;
using Gateway.Server.EvidenceInquiry;
using Gateway.Server.Fines;
using Gateway.Server.Limits;
using Gateway.Server.Operations;
using Gateway.Server.Pki;
using Gateway.Server.Reconciliation;
using Gateway.Server.Refunds;
using Gateway.Server.Replays;
using Gateway.Server.Reviews;
using Gateway.Server.Settlements;
using Gateway.Server.Sms;
using Gateway.Server.TimeStamps;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Server.Hosting;

/// <summary>The gateway's services.</summary>
internal static class GatewayServices
{
    /// <summary>Adds everything.</summary>
    public static void AddGateway(
        this IServiceCollection services, GatewayOptions options, IHostEnvironment environment, GatewayHostSetup setup)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTimeout);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options.Limits);
        services.AddPki(options, environment);
        services.AddCalls(options, setup);
        services.AddDatabase(options);
        services.AddSms(options);
        services.AddTimeStamps(options, environment);
        services.AddHostedService<OutstandingWork>();

        services.AddSingleton<FineInquiryDesk>();
        services.AddSingleton<RequestOnce>();
        services.AddSingleton<SettlementDesk>();
        services.AddSingleton<OverdueCeiling>();
        services.AddSingleton<SettlementInquiryDesk>();
        services.AddSingleton<AbandonmentDesk>();
        services.AddSingleton<ReversalDesk>();
        services.AddSingleton(options.Appeals);
        services.AddSingleton<AppealDesk>();
        services.AddSingleton<AppealInquiryDesk>();
        services.AddSingleton<WithdrawalDesk>();
        services.AddSingleton<AppealDocumentDesk>();
        services.AddSingleton<RefundDesk>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<ReviewQueueDesk>();
        services.AddSingleton(options.Clearance);
        services.AddSingleton<ClearanceCodes>();
        services.AddSingleton<ClearanceDesk>();
        services.AddSingleton<ClearanceInquiryDesk>();
        services.AddSingleton<PageDesk>();
        services.AddSingleton<VerificationDesk>();
        services.AddSingleton<RevocationDesk>();
        services.AddSingleton<StagedList>();
        services.AddSingleton<ReconciliationDesk>();
        services.AddSingleton(provider => new BusinessCalendar(provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddPki(this IServiceCollection services, GatewayOptions options, IHostEnvironment environment)
    {
        services.AddSingleton(options.Pki);
        services.AddSingleton<PkiSource>();
        services.AddSingleton(provider =>
        {
            if (environment.IsDevelopment())
                new SamplePki(options.Pki.Directory, provider.GetRequiredService<TimeProvider>()).EnsureExists();
            return new PkiInForce(provider.GetRequiredService<PkiSource>().Begin());
        });
        services.AddSingleton<BatchSignerSource>(provider => provider.GetRequiredService<PkiInForce>().SignerAt);
        services.AddSingleton<PkiStatusReader>();
        services.AddSingleton<PkiMetrics>();
        services.AddSingleton<PkiRotation>();
        services.AddHostedService(provider => provider.GetRequiredService<PkiRotation>());
        services.AddHostedService<PkiAlarms>();
        services.AddSingleton<CallerDirectory>();
        services.AddSingleton<CallerConnections>();
        services.AddSingleton<ConnectionSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<ConnectionSweep>());
    }

    private static void AddCalls(this IServiceCollection services, GatewayOptions options, GatewayHostSetup setup)
    {
        services.AddSingleton(new Contract([.. Contract.Files, .. setup.MoreContract]));
        services.AddEvidenceLog(options);
        services.AddSingleton<AnswerSealer>();
        services.AddSingleton<DrainGate>();
        services.AddSingleton<RequestIntake>();
        services.AddSingleton(provider => new CallFactory(
            provider.GetRequiredService<CallerDirectory>(),
            options.Limits,
            provider.GetRequiredService<TimeProvider>(),
            setup.UnsignedServices));
        services.AddSingleton<CallLimiter>();
        services.AddSingleton<FailureCapture>();
        services.AddSingleton<CounterScope>();
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.Limits.MessageBytes;
            grpc.MaxSendMessageSize = options.Limits.MessageBytes;
            grpc.Interceptors.Add<FailureCapture>();
            grpc.Interceptors.Add<CounterScope>();
        });
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks().AddGatewayChecks();
    }

    private static void AddEvidenceLog(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(options.Evidence);
        services.AddSingleton<LogAnchors>();
        services.AddSingleton(provider => provider.GetRequiredService<LogAnchors>().Open(
            anchor => EvidenceLog.EvidenceLog.Open(
                new EvidenceLogOptions
                {
                    Directory = options.DataDirectory,
                    Name = options.Name,
                    QueueCapacity = options.Evidence.QueueCapacity,
                    BatchesPerFlush = options.Evidence.BatchesPerFlush,
                    StatementRetention = options.Evidence.StatementRetention,
                    AuditRetention = options.Evidence.AuditRetention,
                    Anchor = anchor,
                    AcceptedLoss = options.Evidence.AcceptLoss,
                },
                provider.GetRequiredService<BatchSignerSource>(),
                provider.GetRequiredService<Contract>().DescriptorSet,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<EvidenceLog.EvidenceLog>>())));
        services.AddHostedService<AnchorKeeper>();
        services.AddHostedService<SigningKeyAnnouncer>();
        services.AddSingleton<LogReaders>();
        services.AddSingleton<SigningCertificateList>();
        services.AddSingleton<LogHeadDesk>();
        services.AddSingleton<KeptMessagesDesk>();
        services.AddSingleton<EvidenceDesk>();
    }

    private static void AddDatabase(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(options.Database.ToProvider());
        services.AddSingleton(provider => provider.GetRequiredService<IDatabaseProvider>().Open(
            provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<TimeProvider>()));
    }
}
