using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Requests;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using ClearanceRevocation = Gateway.Contracts.V1.ClearanceRevocation;
using State = Gateway.Domain.ClearanceState;

namespace Gateway.Server.Clearances;

/// <summary>Writes certificates.</summary>
internal static class ClearanceMapping
{
    /// <summary>A certificate as the contract has it.</summary>
    public static ClearanceCertificate ToWire(
        ClearanceRecord certificate, SubjectRecord subject, IReadOnlyList<ClearanceSheetRecord> sheets,
        DateTimeOffset now, bool showNationalId) => new()
        {
            CertificateNumber = certificate.Details.CertificateNumber,
            Subject = subject.Subject.ToWire(),
            Holder = ToWire(certificate, subject.Subject, showNationalId),
            AsOfTime = Timestamp.FromDateTimeOffset(certificate.Details.AsOfTime),
            ExpireTime = Timestamp.FromDateTimeOffset(certificate.Details.ExpireTime),
            State = (ClearanceState)certificate.StateAt(now),
            Counter = new Counter
            {
                BranchCode = certificate.Details.BranchCode,
                CounterCode = certificate.Details.CounterCode,
                TellerCode = certificate.Details.TellerCode,
            },
            Sheets = { sheets.Select(sheet => ToWire(sheet, certificate, now)) },
            QrText = sheets[^1].Details.QrText,
            RevocationReason = (ClearanceRevocationReason)(certificate.Revocation?.Reason ?? 0),
            RevokeTime = ToWire(certificate.Revocation?.Time),
        };

    /// <summary>The holder at the moment of the certificate.</summary>
    public static ClearanceHolder ToWire(
        ClearanceRecord certificate, Domain.Subject subject, bool showNationalId) => new()
        {
            FullName = certificate.Details.HolderName.Value,
            NationalId = (showNationalId
                ? certificate.Details.HolderNationalId?.Value
                : certificate.Details.HolderNationalId?.ToString()) ?? "",
            LicenceNumber = subject is Domain.DrivingLicence licence ? licence.LicenceNumber : "",
        };

    /// <summary>A code that no longer counts.</summary>
    public static ClearanceRevocation ToWire(ClearanceRevocationRecord revocation) => new()
    {
        CredentialId = ByteString.CopyFrom(revocation.CredentialId.Span),
        State = (ClearanceState)revocation.State,
        RevokeTime = Timestamp.FromDateTimeOffset(revocation.RevokeTime),
        ExpireTime = Timestamp.FromDateTimeOffset(revocation.ExpireTime),
    };

    /// <summary>A moment; null for none.</summary>
    public static Timestamp? ToWire(DateTimeOffset? moment) =>
        moment is { } time ? Timestamp.FromDateTimeOffset(time) : null;

    private static ClearanceSheet ToWire(
        ClearanceSheetRecord sheet, ClearanceRecord certificate, DateTimeOffset now) => new()
        {
            SheetSerial = sheet.Details.SheetSerial,
            CredentialId = ByteString.CopyFrom(sheet.Details.CredentialId.Span),
            State = (ClearanceState)(sheet.RevokedAs
                ?? (now >= certificate.Details.ExpireTime ? State.Expired : State.Valid)),
            PrintTime = Timestamp.FromDateTimeOffset(sheet.Details.PrintTime),
            RevokeTime = ToWire(sheet.RevokeTime),
            ReprintReason = (ClearanceReprintReason)(sheet.Details.ReprintReason ?? 0),
        };
}
