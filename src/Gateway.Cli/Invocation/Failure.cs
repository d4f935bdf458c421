using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gateway.Cli.Clearances;
using Gateway.Client;
using Gateway.Client.Settlements;
using Gateway.Client.Watching;
using Gateway.Data;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Grpc.Core;

namespace Gateway.Cli.Invocation;

/// <summary>Something that went wrong, as a person and as a script are told it.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Kind">For scripts: <c>refused</c>, <c>usage</c>, <c>evidence</c>, <c>alarm</c>,
/// <c>unreachable</c> or <c>outcomeUnknown</c>.</param>
/// <param name="Message">One or more sentences.</param>
/// <param name="Refusal">The signed refusal, where it is one.</param>
internal sealed record Failure(int ExitCode, string Kind, string Message, GatewayRefusedException? Refusal = null)
{
    public static bool IsExpected(Exception e) => e is RpcException or EvidenceException or UsageException
        or SettlementOutcomeUnknownException or ListNotTrustedException
        or EvidenceLogOpenException or TileExportException or WatchRecordException or LogAlarmException
        or DatabaseUnavailableException or DuplicateRowException or MigrationException
        or IOException or UnauthorizedAccessException or CryptographicException or OperationCanceledException;

    public static Failure From(Exception e) => e switch
    {
        GatewayRefusedException { IsOutcomeUnknown: true } refusal =>
            Unknown(refusal.Status.Detail) with { Refusal = refusal },
        GatewayRefusedException refusal => new Failure(ExitCodes.Refused, "refused", refusal.Status.Detail, refusal),
        RpcException rpc => NoAnswer.From(rpc),
        SettlementOutcomeUnknownException { InnerException: { } cause } unknown when IsExpected(cause) =>
            DoNotGiveBack(unknown, From(cause)),
        SettlementOutcomeUnknownException unknown => new Failure(
            ExitCodes.OutcomeUnknown, "outcomeUnknown", unknown.Message),
        EvidenceException evidence => new Failure(
            ExitCodes.EvidenceFailed, "evidence",
            $"Do not rely on this answer: its evidence failed the check '{evidence.Check}'. {evidence.Message}"),
        LogAlarmException => new Failure(ExitCodes.Alarm, "alarm", e.Message),
        TileExportException or ListNotTrustedException or WatchRecordException { IsDamaged: true } =>
            new Failure(ExitCodes.EvidenceFailed, "evidence", e.Message),
        OperationCanceledException => Unknown("Stopped before an answer came."),
        DatabaseUnavailableException => new Failure(ExitCodes.OutcomeUnknown, "unreachable", e.Message),
        _ => new Failure(ExitCodes.Usage, "usage", e.Message),
    };

    /// <summary>A failure that leaves open whether a change was made.</summary>
    public static Failure Unknown(string what) =>
        new(ExitCodes.OutcomeUnknown, "outcomeUnknown", $"{what} {NoAnswer.TryAgain}");

    private static Failure DoNotGiveBack(SettlementOutcomeUnknownException unknown, Failure cause) =>
        cause with { Message = $"{unknown.Message} {cause.Message}" };

    /// <summary>Prints to standard error, or as JSON to standard output.</summary>
    public void Print(Terminal terminal)
    {
        if (terminal.IsJson)
            terminal.WriteJson(ToJson());
        else
            FailureText.Print(this, terminal);
    }

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["kind"] = Kind, ["exitCode"] = ExitCode, ["message"] = Message };
        if (Refusal is null)
            return new JsonObject { ["error"] = error };

        error["code"] = Refusal.StatusCode.ToString();
        error["reason"] = Refusal.Reason;
        error["values"] = new JsonObject(
            Refusal.Values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
        error["fieldViolations"] = new JsonArray([.. Refusal.FieldViolations.Select(v => new JsonObject
        {
            ["field"] = v.Field,
            ["description"] = v.Description,
        })]);
        error["preconditionViolations"] = new JsonArray([.. Refusal.PreconditionViolations.Select(v => new JsonObject
        {
            ["type"] = v.Type,
            ["subject"] = v.Subject,
            ["description"] = v.Description,
        })]);
        if (Refusal.RetryDelay is { } delay)
            error["retryAfterSeconds"] = delay.TotalSeconds;
        return new JsonObject { ["error"] = error, ["evidence"] = EvidenceSummary.ToJson(Refusal.Evidence) };
    }
}
