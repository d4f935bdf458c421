using Gateway.Server.Receipts;

namespace Gateway.Server.Clearances.Page;

/// <summary>The words of the page that are the same on each.</summary>
internal static class PageWords
{
    public static readonly Bilingual Country = new("جمهورية مصر العربية", "Arab Republic of Egypt");
    public static readonly Bilingual Prosecution = new("النيابة العامة", "Public Prosecution");
    public static readonly Bilingual Traffic = new("نيابة المرور", "Traffic Prosecution");
    public static readonly Bilingual Title = new("شهادة براءة ذمة مرورية", "TRAFFIC CLEARANCE CERTIFICATE");
    public static readonly Bilingual Number = new("رقم الشهادة", "Certificate No.");
    public static readonly Bilingual Result = new("لا توجد مخالفات مستحقة", "No fine outstanding");
    public static readonly Bilingual Plate = new("رقم اللوحة", "Plate");
    public static readonly Bilingual VehicleClass = new("نوع المركبة", "Vehicle class");
    public static readonly Bilingual Licence = new("رقم رخصة القيادة", "Driving licence No.");
    public static readonly Bilingual VehicleHolder = new("اسم المالك المسجل", "Registered holder");
    public static readonly Bilingual LicenceHolder = new("اسم صاحب الرخصة", "Licence holder");
    public static readonly Bilingual NationalId = new("الرقم القومي", "National ID");
    public static readonly Bilingual AsOf = new("الحالة في", "As of");
    public static readonly Bilingual ValidUntil = new("صالحة حتى", "Valid until");
    public static readonly Bilingual Branch = new("صادرة من مكتب بريد رقم", "Issued at post office");
    public static readonly Bilingual Sheet = new("رقم الورقة المؤمنة", "Security sheet No.");
    public static readonly Bilingual Stamp = new("خاتم المكتب", "Office stamp");
    public static readonly Bilingual Sample = new("عينة غير صالحة للاستعمال", "SAMPLE - NOT VALID");
    public static readonly Bilingual VerifyTitle = new("التحقق من الشهادة", "How to verify");

    public static readonly Bilingual Void =
        new("كل كشط أو تعديل يبطل هذه الشهادة", "Any erasure or alteration voids this certificate");

    public static readonly Bilingual Certifies = new(
        "تشهد نيابة المرور بأنه في التاريخ والوقت المبينين أدناه لم تكن هناك أي مخالفة مرورية مستحقة السداد على:",
        "The Traffic Prosecution certifies that, at the date and time stated below, no traffic fine was outstanding "
        + "against:");

    public static readonly Bilingual Verify = new(
        "امسح الرمز ببرنامج التحقق المتاح لدى وحدات المرور، ويعمل دون اتصال بالشبكة. البيانات التي يظهرها الرمز هي "
        + "المعتمدة وتسود على المطبوع. قارن رقم اللوحة أو الرخصة ورقم الورقة المؤمنة بما تراه على الورقة نفسها، "
        + "فصورة الرمز وحدها لا تكفي.",
        "Scan the code with the verifier that traffic units keep; it works without a network. The values in the code "
        + "prevail over the print. Compare plate or licence and sheet number with this paper: a copy of the code alone "
        + "proves nothing.");
}
