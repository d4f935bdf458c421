using System.Collections.Frozen;

namespace Gateway.Domain;

/// <summary>The 27 governorates under the codes of national ids. Thread-safe.</summary>
public static class Governorates
{
    /// <summary>Code in the national id of a person who was born abroad; not a governorate.</summary>
    public const string BornAbroad = "88";

    private static readonly FrozenDictionary<string, Governorate> ByCode;

    static Governorates()
    {
        All =
        [
            new("01", "القاهرة", "Cairo"),
            new("02", "الإسكندرية", "Alexandria"),
            new("03", "بورسعيد", "Port Said"),
            new("04", "السويس", "Suez"),
            new("11", "دمياط", "Damietta"),
            new("12", "الدقهلية", "Dakahlia"),
            new("13", "الشرقية", "Sharqia"),
            new("14", "القليوبية", "Qalyubia"),
            new("15", "كفر الشيخ", "Kafr El Sheikh"),
            new("16", "الغربية", "Gharbia"),
            new("17", "المنوفية", "Monufia"),
            new("18", "البحيرة", "Beheira"),
            new("19", "الإسماعيلية", "Ismailia"),
            new("21", "الجيزة", "Giza"),
            new("22", "بني سويف", "Beni Suef"),
            new("23", "الفيوم", "Fayoum"),
            new("24", "المنيا", "Minya"),
            new("25", "أسيوط", "Asyut"),
            new("26", "سوهاج", "Sohag"),
            new("27", "قنا", "Qena"),
            new("28", "أسوان", "Aswan"),
            new("29", "الأقصر", "Luxor"),
            new("31", "البحر الأحمر", "Red Sea"),
            new("32", "الوادي الجديد", "New Valley"),
            new("33", "مطروح", "Matrouh"),
            new("34", "شمال سيناء", "North Sinai"),
            new("35", "جنوب سيناء", "South Sinai"),
        ];
        ByCode = All.ToFrozenDictionary(governorate => governorate.Code);
    }

    /// <summary>All governorates by code.</summary>
    public static IReadOnlyList<Governorate> All { get; }

    /// <summary>The governorate with this code; null where there is none.</summary>
    public static Governorate? Find(string code) => ByCode.GetValueOrDefault(code);
}
