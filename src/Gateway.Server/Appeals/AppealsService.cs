using Gateway.Contracts.V1;
using Gateway.Server.Appeals.Documents;
using Gateway.Server.Refunds;
using Gateway.Server.Requests;
using Grpc.Core;

namespace Gateway.Server.Appeals;

/// <summary>Serves <c>AppealService</c>.</summary>
internal sealed class AppealsService(
    AppealDesk appeals,
    AppealInquiryDesk inquiry,
    AppealDocumentDesk documents,
    WithdrawalDesk withdrawals,
    RefundDesk refunds,
    TimeProvider time) : AppealService.AppealServiceBase
{
    /// <inheritdoc />
    public override Task<SubmitAppealResponse> SubmitAppeal(SubmitAppealRequest request, ServerCallContext context)
    {
        var order = AppealRequests.Read(request, context.Grant(), context.Call());
        return appeals.SubmitAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task<GetAppealResponse> GetAppeal(GetAppealRequest request, ServerCallContext context)
    {
        var grant = context.Grant();
        var key = AppealQuestions.Read(request, grant, time);
        var appeal = await inquiry.FindAsync(key, showActors: grant.Scope == Scope.All, context.CancellationToken);
        return new GetAppealResponse { Appeal = appeal };
    }

    /// <inheritdoc />
    public override async Task<ListAppealsResponse> ListAppeals(ListAppealsRequest request, ServerCallContext context)
    {
        var question = AppealQuestions.Read(request, context.Grant(), time);
        var (page, next) = await inquiry.ListAsync(question, context.CancellationToken);
        var now = time.GetUtcNow();
        return new ListAppealsResponse
        {
            Appeals = { page.Select(item => AppealMapping.ToWire(item, now)) },
            NextPageToken = next?.ToString() ?? "",
        };
    }

    /// <inheritdoc />
    public override Task<AddAppealDocumentResponse> AddAppealDocument(
        AddAppealDocumentRequest request, ServerCallContext context)
    {
        var order = DocumentRequests.Read(request, context.Grant(), context.Call());
        return documents.AddAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task GetAppealDocument(
        GetAppealDocumentRequest request,
        IServerStreamWriter<GetAppealDocumentResponse> responseStream,
        ServerCallContext context)
    {
        var question = DocumentRequests.Read(request, context.Grant(), time);
        var (document, content) = await documents.FindAsync(question, context.CancellationToken);
        foreach (var part in DocumentParts.Of(document, content))
            await responseStream.WriteAsync(part, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<WithdrawAppealResponse> WithdrawAppeal(
        WithdrawAppealRequest request, ServerCallContext context)
    {
        var order = AppealRequests.Read(request, context.Grant(), context.Call());
        return withdrawals.WithdrawAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<ListRefundsResponse> ListRefunds(ListRefundsRequest request, ServerCallContext context)
    {
        var question = RefundRequests.Read(request, context.Grant(), time);
        return refunds.ListAsync(question, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<PayRefundResponse> PayRefund(PayRefundRequest request, ServerCallContext context)
    {
        var order = RefundRequests.Read(request, context.Grant(), context.Call());
        return refunds.PayAsync(order, context.CancellationToken);
    }
}
