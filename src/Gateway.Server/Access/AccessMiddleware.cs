using Gateway.Contracts.V1;
using Gateway.Server.Calls;
using Gateway.Server.Errors;

namespace Gateway.Server.Access;

/// <summary>
/// Lets a call through whose caller's role the contract allows. What the contract does not allow is refused.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, Contract contract)
{
    public Task InvokeAsync(HttpContext http)
    {
        var call = http.Features.GetRequiredFeature<Call>();
        if (call.IsOpen)
            return next(http);

        if (call.Method is null || contract.Find(call.Path) is not { } method)
            throw new Refusal(ErrorReason.UnknownMethod).ToException();
        if (!method.Grants.TryGetValue(call.Caller!.Role, out var scope))
            throw new Refusal(ErrorReason.RoleNotAllowed).ToException();

        http.Features.Set(new AccessGrant(call.Caller!, scope));
        return next(http);
    }
}
