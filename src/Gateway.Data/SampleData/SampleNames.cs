namespace Gateway.Data;

/// <summary>Names in the Egyptian manner: own, father's, grandfather's and family name.</summary>
internal static class SampleNames
{
    private static readonly string[] Men =
    [
        "أحمد", "محمد", "محمود", "مصطفى", "علي", "حسن", "حسين", "إبراهيم", "يوسف", "عمر", "خالد", "طارق", "كريم",
        "هاني", "سامح", "وليد", "عادل", "جمال", "ماجد", "مينا", "جرجس", "بيتر", "رامي", "شريف", "ياسر", "عصام", "سعيد",
        "عبد الله", "عبد الرحمن", "صلاح",
    ];

    private static readonly string[] Women =
    [
        "منى", "هدى", "سارة", "فاطمة", "مريم", "نورهان", "ياسمين", "آية", "إيمان", "هبة", "دينا", "رانيا", "شيماء",
        "أمل", "سلمى", "ندى", "ماريان", "كريستين", "نجلاء", "عبير",
    ];

    private static readonly string[] Families =
    [
        "السيد", "عبد العزيز", "الشافعي", "المصري", "حجازي", "البدوي", "الجندي", "منصور", "سليمان", "رمضان", "فرج",
        "غنيم", "شحاتة", "عطية", "بشارة", "حنا", "سالم", "درويش", "النجار", "الحداد", "الصعيدي", "الدمياطي", "زيدان",
        "قنديل",
    ];

    /// <summary>A name in full.</summary>
    public static string Pick(bool isWoman, ref SampleRandom random) =>
        $"{random.Of(isWoman ? Women : Men)} {random.Of(Men)} {random.Of(Men)} {random.Of(Families)}";
}
