using Gateway.Contracts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Gateway.UnitTests.Cli.Clearances;

/// <summary>Certificates and checks as the gateway answers them.</summary>
internal static class SomeClearance
{
    public const string Number = "260731123456784";
    public const string NationalId = "28503120102347";
    public const string QrText = "ETC1:6BF 0$%*+-./:QR";
    public static readonly DateTimeOffset Now = new(2026, 7, 31, 12, 0, 0, TimeSpan.Zero);

    public static Subject Vehicle() => new()
    {
        VehiclePlate = new VehiclePlate { Letters = "قبل", Digits = "1234", Kind = PlateKind.Private },
    };

    public static ClearanceHolder Holder() => new()
    {
        FullName = "منى أحمد",
        NationalId = NationalId,
        LicenceNumber = "12345678901234",
    };

    public static ClearanceCertificate Certificate() => new()
    {
        CertificateNumber = Number,
        Subject = Vehicle(),
        Holder = Holder(),
        AsOfTime = At(0),
        ExpireTime = At(30 * 24),
        State = ClearanceState.Valid,
        Counter = new Counter { BranchCode = "00017", CounterCode = "02", TellerCode = "teller-1" },
        Sheets =
        {
            new ClearanceSheet
            {
                SheetSerial = "A-1000",
                CredentialId = ByteString.CopyFrom(1, 2, 3, 4, 5, 6, 7, 8),
                State = ClearanceState.Superseded,
                PrintTime = At(0),
                RevokeTime = At(1),
            },
            new ClearanceSheet
            {
                SheetSerial = "A-1001",
                CredentialId = ByteString.CopyFrom(8, 7, 6, 5, 4, 3, 2, 0xff),
                State = ClearanceState.Valid,
                PrintTime = At(1),
                ReprintReason = ClearanceReprintReason.PrinterFault,
            },
        },
        QrText = QrText,
    };

    public static VerifyClearanceCertificateResponse Check(ClearanceVerdict verdict) => new()
    {
        Verdict = verdict,
        CertificateNumber = Number,
        Subject = Vehicle(),
        SheetSerial = "A-1001",
        AsOfTime = At(0),
        ExpireTime = At(30 * 24),
        BranchCode = "00017",
        Holder = Holder(),
        FinesSince = new FinesSince { Count = 2, Total = new Money { CurrencyCode = "EGP", DecimalValue = 415 } },
        CheckTime = At(2),
    };

    public static Timestamp At(int hours) => Timestamp.FromDateTimeOffset(Now.AddHours(hours));
}
