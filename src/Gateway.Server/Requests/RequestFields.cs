using System.Text.RegularExpressions;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Errors;
using Google.Rpc;
using PlateKind = Gateway.Domain.PlateKind;

namespace Gateway.Server.Requests;

/// <summary>
/// Reads the fields that several requests share, and refuses a request with every field that is wrong.
/// </summary>
internal static partial class RequestFields
{
    private const int MaxDescriptionChars = 160;

    /// <summary>The subject in its stored form; null where it is wrong.</summary>
    public static Domain.Subject? ReadSubject(Contracts.V1.Subject? subject, FieldErrors errors, string path)
    {
        switch (subject?.KindCase)
        {
            case Contracts.V1.Subject.KindOneofCase.VehiclePlate:
                var plate = subject.VehiclePlate;
                return Domain.VehiclePlate.Parse(
                    plate.Letters, plate.Digits, (
                        PlateKind)plate.Kind, plate.GovernorateCode, errors, path + ".vehicle_plate");
            case Contracts.V1.Subject.KindOneofCase.DrivingLicence:
                var licence = subject.DrivingLicence;
                return Domain.DrivingLicence.Parse(
                    licence.NationalId, licence.LicenceNumber, licence.TrafficUnitCode, errors,
                        path + ".driving_licence");
            default:
                errors.Add(path, "is required: a vehicle_plate or a driving_licence");
                return null;
        }
    }

    /// <summary>Checks the counter, which callers of the post have to name.</summary>
    public static void CheckCounter(Counter? counter, AccessGrant grant, FieldErrors errors)
    {
        if (counter is null)
        {
            if (grant.NeedsCounter)
                errors.Add("counter", "is required: branch_code, counter_code, teller_code");
            return;
        }

        CheckBranchCode(counter.BranchCode, errors, "counter.branch_code");
        Check(CounterCode(), counter.CounterCode, "counter.counter_code", "must be two digits", errors);
        Check(TellerCode(), counter.TellerCode, "counter.teller_code",
            "must be 1 to 20 letters, digits, dots, underscores or hyphens", errors);
    }

    /// <summary>Checks a request id: a UUID in lower case (RFC 9562, section 4).</summary>
    public static void CheckRequestId(string requestId, FieldErrors errors, string path = "request_id") =>
        Check(RequestId(), requestId, path, "must be a UUID in lower case", errors);

    /// <summary>Checks the etag of a fine or an appeal.</summary>
    public static void CheckEtag(string etag, FieldErrors errors, string path, string whose) =>
        Check(Etag(), etag, path, $"must be the etag of {whose}, 16 hexadecimal digits", errors);

    /// <summary>Checks the number of a fine.</summary>
    public static void CheckFineNumber(string number, FieldErrors errors, string path) =>
        Check(FineNumber(), number, path, "must be 6 to 20 digits", errors);

    /// <summary>Checks the code of a branch.</summary>
    public static void CheckBranchCode(string code, FieldErrors errors, string path) =>
        Check(BranchCode(), code, path, "must be five digits", errors);

    /// <summary>Checks the number of a settlement, an appeal or a refund.</summary>
    public static void CheckRecordNumber(string number, FieldErrors errors, string path)
    {
        if (!RecordNumber.IsValid(number))
            errors.Add(path, "must be 15 digits, the last a check digit");
    }

    /// <summary>Free text on one line; null where there is none or it is wrong.</summary>
    public static string? ReadText(string text, int maxChars, FieldErrors errors, string path) =>
        ReadTrimmed(text.Trim(), FreeText.LineProblem(text.Trim(), maxChars), errors, path);

    /// <summary>Free text that may have line breaks; null where there is none or it is wrong.</summary>
    public static string? ReadLines(string text, int maxChars, FieldErrors errors, string path) =>
        ReadTrimmed(text.Trim(), FreeText.LinesProblem(text.Trim(), maxChars), errors, path);

    /// <summary>Refuses the request where a field is wrong.</summary>
    /// <exception cref="RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static void ThrowIfAny(this FieldErrors errors)
    {
        if (!errors.Any)
            return;

        throw new Refusal(ErrorReason.InvalidFields)
        {
            Fields = [.. errors.Items.Select(error => new BadRequest.Types.FieldViolation
            {
                Field = error.Field,
                Description = error.Description.Length <= MaxDescriptionChars
                    ? error.Description
                    : error.Description[..MaxDescriptionChars],
            })],
        }.ToException();
    }

    /// <summary>Adds an error where <paramref name="value"/> is not of the form.</summary>
    public static void Check(Regex form, string value, string path, string expected, FieldErrors errors)
    {
        if (!form.IsMatch(value))
            errors.Add(path, expected);
    }

    private static string? ReadTrimmed(string trimmed, string? problem, FieldErrors errors, string path)
    {
        if (problem is not null)
            errors.Add(path, problem);
        return problem is not null || trimmed.Length == 0 ? null : trimmed;
    }

    [GeneratedRegex(@"\A[0-9]{5}\z")]
    private static partial Regex BranchCode();

    [GeneratedRegex(@"\A[0-9]{2}\z")]
    private static partial Regex CounterCode();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,20}\z")]
    private static partial Regex TellerCode();

    [GeneratedRegex(@"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z")]
    private static partial Regex RequestId();

    [GeneratedRegex(@"\A[0-9]{6,20}\z")]
    private static partial Regex FineNumber();

    [GeneratedRegex(@"\A[0-9a-f]{16}\z")]
    private static partial Regex Etag();
}
