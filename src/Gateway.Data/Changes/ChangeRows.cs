namespace Gateway.Data;

/// <summary>A row of call_result without the request, with its change.</summary>
internal sealed class ChangeRow
{
    public string Caller { get; set; } = "";
    public string RequestId { get; set; } = "";
    public string Method { get; set; } = "";
    public byte[] Response { get; set; } = [];
    public string CallId { get; set; } = "";
    public DbTime CreateTime { get; set; }
    public CallResultState State { get; set; }
    public int ChangeCount { get; set; }

    public ChangeRecord ToRecord() => new(
        new CallResult
        {
            Caller = Caller,
            RequestId = RequestId,
            Method = Method,
            RequestSha256 = default,
            Request = default,
            Response = Response,
            CallId = Guid.ParseExact(CallId, "D"),
            CreateTime = CreateTime.Value,
            State = State,
        },
        ChangeCount > 0);
}

/// <summary>A change of which no answer is kept.</summary>
internal sealed class UnansweredChangeRow
{
    public string Kind { get; set; } = "";
    public string Caller { get; set; } = "";
    public string RequestId { get; set; } = "";
    public DbTime ChangeTime { get; set; }

    public UnansweredChange ToRecord() => new(Kind, Caller, RequestId, ChangeTime.Value);
}
