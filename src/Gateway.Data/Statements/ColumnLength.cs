namespace Gateway.Data;

/// <summary>Lengths of the text columns, the same in every dialect, in characters.</summary>
internal static class ColumnLength
{
    public const int PlateLetters = 3;
    public const int PlateDigits = 7;
    public const int GovernorateCode = 2;
    public const int LicenceNumber = 14;
    public const int TrafficUnitCode = 4;
    public const int NationalId = 14;
    public const int FineNumber = 20;
    public const int ViolationCode = 10;
    public const int Description = 200;
    public const int LawArticle = 20;
    public const int RecordNumber = 15;
    public const int Caller = 200;
    public const int RequestId = 36;
    public const int BranchCode = 5;
    public const int CounterCode = 2;
    public const int TellerCode = 20;
    public const int PaymentReference = 40;
    public const int PersonName = 120;
    public const int MobileNumber = 16;
    public const int Method = 120;
    public const int CallId = 36;
    public const int Sha256 = 32;
    public const int Note = 200;
    public const int PublicNote = 300;
    public const int DocumentTitle = 100;
    public const int SheetSerial = 20;
    public const int CredentialId = 8;
    public const int QrText = 1024;
    public const int SmsOwner = 100;
    public const int SmsToken = 43;
    public const int SmsProviderId = 100;
    public const int SmsFailure = 100;
    public const int GatewayName = 80;
    public const int LogOrigin = 89;
}
