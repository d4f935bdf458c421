namespace Gateway.Data;

/// <summary>A row of call_result.</summary>
internal sealed class CallResultRow
{
    public string Caller { get; set; } = "";
    public string RequestId { get; set; } = "";
    public string Method { get; set; } = "";
    public byte[] RequestSha256 { get; set; } = [];
    public byte[] Request { get; set; } = [];
    public byte[] Response { get; set; } = [];
    public string CallId { get; set; } = "";
    public DbTime CreateTime { get; set; }
    public CallResultState State { get; set; }

    public CallResult ToRecord() => new()
    {
        Caller = Caller,
        RequestId = RequestId,
        Method = Method,
        RequestSha256 = RequestSha256,
        Request = Request,
        Response = Response,
        CallId = Guid.ParseExact(CallId, "D"),
        CreateTime = CreateTime.Value,
        State = State,
    };
}
