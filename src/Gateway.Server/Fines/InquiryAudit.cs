using Gateway.Contracts.V1;
using Gateway.EvidenceLog;
using Gateway.Server.Calls;
using Subject = Gateway.Domain.Subject;

namespace Gateway.Server.Fines;

/// <summary>The line that an inquiry leaves beside its statement: which counter and teller asked about whom.</summary>
internal sealed class InquiryAudit(Call call, Counter? counter)
{
    /// <summary>Notes a question about a subject.</summary>
    public void Asked(Subject subject)
    {
        switch (subject)
        {
            case Domain.VehiclePlate plate:
                Note("plate", $"{plate.Letters} {plate.Digits} {(int)plate.Kind} {plate.GovernorateCode}".Trim());
                break;
            case Domain.DrivingLicence licence:
                Note("licence", $"{licence.TrafficUnitCode} {licence.LicenceNumber}");
                break;
            case Domain.DriverNationalId driver:
                Note("national_id", driver.Id.Value);
                break;
            default:
                throw new ArgumentException("A kind of subject that leaves no line.", nameof(subject));
        }
    }

    /// <summary>Notes a question about a fine.</summary>
    public void Asked(string fineNumber) => Note("fine", fineNumber);

    /// <summary>Notes a question about a clearance certificate.</summary>
    public void AskedOfCertificate(string certificateNumber) => Note("clearance", certificateNumber);

    private void Note(string kind, string subject) => call.Audit = new AuditLine(
        call.Caller!.Id.Value,
        counter?.BranchCode ?? "",
        counter?.CounterCode ?? "",
        counter?.TellerCode ?? "",
        kind,
        subject,
        Outcome: "");
}
