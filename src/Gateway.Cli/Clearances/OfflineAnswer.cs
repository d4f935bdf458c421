using Gateway.Clearance;
using Gateway.Cli.Fines;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Google.Protobuf.WellKnownTypes;
using Contract = Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary>What a check without a network found, in the words of an online one.</summary>
internal static class OfflineAnswer
{
    /// <summary>The answer. Whether fines were recorded since, only the gateway knows.</summary>
    public static VerifyClearanceCertificateResponse Of(
        ClearanceCheck check, Clearance.ClearanceHolder? holder, DateTimeOffset now)
    {
        var answer = new VerifyClearanceCertificateResponse
        {
            Verdict = (Contract.ClearanceVerdict)check.Verdict,
            Reason = check.ReasonName,
            CheckTime = Timestamp.FromDateTimeOffset(now),
        };
        if (check.Claims is not { } claims)
            return answer;

        answer.CertificateNumber = claims.CertificateNumber;
        answer.Subject = SubjectOf(claims);
        answer.SheetSerial = claims.SheetSerial;
        answer.AsOfTime = Timestamp.FromDateTimeOffset(claims.AsOfTime);
        answer.ExpireTime = Timestamp.FromDateTimeOffset(claims.ExpireTime);
        answer.BranchCode = claims.BranchCode;
        if (holder is not null)
        {
            answer.Holder = new Contract.ClearanceHolder
            {
                FullName = holder.Name,
                NationalId = holder.NationalId ?? "",
                LicenceNumber = holder.LicenceNumber ?? "",
            };
        }

        return answer;
    }

    // As it stands in the code: it is shown, not looked up.
    private static Contract.Subject SubjectOf(ClearanceClaims claims)
    {
        if (claims.Kind == ClearanceKind.DrivingLicence)
        {
            return new Contract.Subject
            {
                DrivingLicence = new Contract.DrivingLicence { LicenceNumber = claims.Subject },
            };
        }

        var (letters, digits) = PlateText.Split(claims.Subject);
        return new Contract.Subject
        {
            VehiclePlate = new Contract.VehiclePlate
            {
                Letters = letters.Replace(" ", "", StringComparison.Ordinal),
                Digits = digits,
                Kind = (Contract.PlateKind)(claims.PlateKind ?? Domain.PlateKind.Unspecified),
                GovernorateCode = claims.GovernorateCode ?? "",
            },
        };
    }
}
