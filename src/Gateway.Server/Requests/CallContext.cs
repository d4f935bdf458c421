using Gateway.Server.Access;
using Gateway.Server.Calls;
using Grpc.Core;

namespace Gateway.Server.Requests;

/// <summary>What the pipeline found out about a call, for its service.</summary>
internal static class CallContext
{
    /// <summary>The call.</summary>
    public static Call Call(this ServerCallContext context) =>
        context.GetHttpContext().Features.GetRequiredFeature<Call>();

    /// <summary>Whose records its caller reaches.</summary>
    public static AccessGrant Grant(this ServerCallContext context) =>
        context.GetHttpContext().Features.GetRequiredFeature<AccessGrant>();
}
