using System.Net.Sockets;
using System.Security.Authentication;
using Grpc.Core;

namespace Gateway.Cli.Invocation;

/// <summary>A call that ended without an answer that can be believed, as a person is told it.</summary>
internal static class NoAnswer
{
    /// <summary>Added where a change may have been made.</summary>
    public const string TryAgain = "The outcome is unknown: try again, a change with the same request id.";

    private const string NotListening =
        "The gateway does not answer. Start it with: dotnet run --project src/Gateway.Server";

    private const string Broken =
        "The connection broke before an answer came. If it never works, the gateway may not take the certificate "
        + "of --as or --cert.";

    public static Failure From(RpcException e)
    {
        var causes = Causes(e).ToList();
        if (causes.OfType<SocketException>().Any(WasNeverConnected))
            return new Failure(ExitCodes.OutcomeUnknown, "unreachable", NotListening);

        if (causes.OfType<AuthenticationException>().FirstOrDefault() is { } tls)
        {
            return new Failure(
                ExitCodes.OutcomeUnknown, "unreachable",
                $"No trusted connection: {tls.Message.TrimEnd('.')}. Check --address, --roots, and --as or --cert.");
        }

        return Failure.Unknown(WhatHappened(e, causes));
    }

    private static string WhatHappened(RpcException e, List<Exception> causes) => e.StatusCode switch
    {
        StatusCode.DeadlineExceeded => "No answer came in time.",
        StatusCode.Cancelled => "Stopped before an answer came.",
        _ when causes.Exists(cause => cause is HttpRequestException or IOException) => Broken,
        _ => $"{e.StatusCode}: {e.Status.Detail.TrimEnd('.')}.",
    };

    private static bool WasNeverConnected(SocketException e) => e.SocketErrorCode
        is SocketError.ConnectionRefused
        or SocketError.HostNotFound
        or SocketError.HostUnreachable
        or SocketError.NetworkUnreachable
        or SocketError.TryAgain;

    private static IEnumerable<Exception> Causes(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
            yield return e;
    }
}
