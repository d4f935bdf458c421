using Gateway.Cli.Fines;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary>Parts of a certificate for people.</summary>
internal static class ClearanceText
{
    private const int LicenceDigitsInCode = 4;

    /// <summary>Where a certificate or a sheet of it stands.</summary>
    public static string Of(ClearanceState state) => EnumWords.Of(state);

    /// <summary>Why a certificate was revoked; empty where it was not.</summary>
    public static string Of(ClearanceRevocationReason reason) => EnumWords.Of(reason).Replace('-', ' ');

    /// <summary>Why a certificate was printed again; empty for its first sheet.</summary>
    public static string Of(ClearanceReprintReason reason) => EnumWords.Of(reason).Replace('-', ' ');

    /// <summary>The vehicle or licence; of a licence a code has its last four digits only.</summary>
    public static string Of(Subject? subject) => subject switch
    {
        { DrivingLicence: { LicenceNumber.Length: > 0 and <= LicenceDigitsInCode } licence } =>
            $"Licence ending in {licence.LicenceNumber}" + Unit(licence.TrafficUnitCode),
        _ => SubjectText.Of(subject),
    };

    /// <summary>An identifier of a code: lower-case hex.</summary>
    public static string Of(Google.Protobuf.ByteString credentialId) => Convert.ToHexStringLower(credentialId.Span);

    private static string Unit(string code) => code.Length > 0 ? $", unit {code}" : "";
}
