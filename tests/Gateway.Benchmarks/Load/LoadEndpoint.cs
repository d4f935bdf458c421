using Gateway.Contracts.V1;
using Gateway.Server.Fines;
using Grpc.Core;

namespace Gateway.Benchmarks.Load;

/// <summary>Serves <c>LoadService</c>.</summary>
internal sealed class LoadEndpoint(FinesService fines) : LoadService.LoadServiceBase
{
    private static InquireFinesResponse? _fixed;

    public override async Task<InquireFinesResponse> Bare(InquireFinesRequest request, ServerCallContext context) =>
        _fixed ??= await fines.InquireFines(request, context);

    public override Task<InquireFinesResponse> Inquire(InquireFinesRequest request, ServerCallContext context) =>
        fines.InquireFines(request, context);
}
