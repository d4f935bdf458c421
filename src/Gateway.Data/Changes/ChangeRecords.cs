namespace Gateway.Data;

/// <summary>A change that was made for a call, by the answer that is kept of it.</summary>
/// <param name="Answer">The kept answer; its request is left out.</param>
/// <param name="IsThere">Whether the change has its row, where its kind has one that names the request; else
/// true.</param>
public sealed record ChangeRecord(CallResult Answer, bool IsThere);

/// <summary>A row that names a request of which no answer is kept.</summary>
/// <param name="Kind">What kind of change it is, in words.</param>
/// <param name="Caller">SPIFFE id of the caller.</param>
/// <param name="RequestId">The caller's request id.</param>
/// <param name="Time">When the change was made.</param>
public sealed record UnansweredChange(string Kind, string Caller, string RequestId, DateTimeOffset Time);
