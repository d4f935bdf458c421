using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Gateway.Server.Errors;

/// <summary>
/// Writes a refusal as <c>google.rpc.Status</c>, cut so that its trailer fits default metadata limits.
/// </summary>
internal static class RichStatus
{
    // 2 KiB once base64 has made four characters of three bytes.
    private const int MaxBytes = 2048 / 4 * 3;

    /// <summary>
    /// The status as bytes, at most 2 KiB in base64. Lists that do not fit are cut, and ErrorInfo's metadata gives
    /// their length.
    /// </summary>
    public static byte[] Encode(Refusal refusal)
    {
        for (var keep = refusal.Fields.Count + refusal.Preconditions.Count; ; keep = keep * 2 / 3)
        {
            var bytes = Build(refusal, keep).ToByteArray();
            if (bytes.Length <= MaxBytes || keep == 0)
                return bytes;
        }
    }

    private static Google.Rpc.Status Build(Refusal refusal, int keep)
    {
        var info = new ErrorInfo { Domain = Refusal.Domain, Reason = refusal.ReasonName };
        foreach (var (key, value) in refusal.Metadata)
            info.Metadata[key] = value;

        var status = new Google.Rpc.Status { Code = (int)refusal.Text.Code, Message = refusal.Text.Sentence };
        var fields = refusal.Fields.Take(keep).ToList();
        var preconditions = refusal.Preconditions.Take(keep).ToList();
        if (fields.Count < refusal.Fields.Count)
            info.Metadata["field_violations_total"] = refusal.Fields.Count.ToString(CultureInfo.InvariantCulture);
        if (preconditions.Count < refusal.Preconditions.Count)
            info.Metadata["precondition_violations_total"] = refusal.Preconditions.Count.ToString(
                CultureInfo.InvariantCulture);

        status.Details.Add(Any.Pack(info));
        if (fields.Count > 0)
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { fields } }));
        if (preconditions.Count > 0)
            status.Details.Add(Any.Pack(new PreconditionFailure { Violations = { preconditions } }));
        if (refusal.RetryAfter is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        return status;
    }
}
