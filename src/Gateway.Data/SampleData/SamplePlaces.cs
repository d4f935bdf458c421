using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Streets and roads in each governorate, and how much of the traffic each governorate has.</summary>
internal static class SamplePlaces
{
    private static readonly (string Ar, string En)[] Streets =
    [
        ("شارع الجمهورية", "El Gomhoria Street"),
        ("شارع الجيش", "El Geish Street"),
        ("شارع سعد زغلول", "Saad Zaghloul Street"),
        ("شارع طلعت حرب", "Talaat Harb Street"),
        ("شارع 23 يوليو", "23 July Street"),
        ("شارع 26 يوليو", "26 July Street"),
        ("شارع النصر", "El Nasr Street"),
        ("شارع الثورة", "El Thawra Street"),
        ("شارع بورسعيد", "Port Said Street"),
        ("شارع الكورنيش", "Corniche Street"),
        ("شارع المحطة", "El Mahatta Street"),
        ("شارع أحمد عرابي", "Ahmed Orabi Street"),
        ("شارع مصطفى كامل", "Mostafa Kamel Street"),
        ("شارع صلاح سالم", "Salah Salem Street"),
        ("شارع جامعة الدول", "Arab League Street"),
        ("ميدان التحرير", "Tahrir Square"),
        ("ميدان الساعة", "Clock Square"),
        ("الطريق الدائري", "Ring Road"),
        ("الطريق الزراعي", "Agricultural Road"),
        ("الطريق الصحراوي", "Desert Road"),
    ];

    /// <summary>In the order of <see cref="Governorates.All"/>.</summary>
    public static ReadOnlySpan<byte> Weights =>
        [40, 20, 5, 5, 5, 14, 14, 12, 6, 11, 8, 11, 5, 34, 5, 6, 8, 7, 8, 5, 4, 3, 3, 1, 2, 1, 2];

    private static readonly SamplePlace[][] ByGovernorate =
    [
        .. Governorates.All.Select(governorate => Streets
            .Select(street => new SamplePlace(
                governorate.Code, $"{street.Ar}، {governorate.NameAr}", $"{street.En}, {governorate.NameEn}"))
            .ToArray()),
    ];

    /// <summary>A place in this governorate (index into <see cref="Governorates.All"/>).</summary>
    public static SamplePlace Pick(int governorate, ref SampleRandom random) => random.Of(ByGovernorate[governorate]);

    /// <summary>A place by governorate and street, for the named set.</summary>
    public static SamplePlace Get(string governorateCode, int street) =>
        ByGovernorate.Single(places => places[0].GovernorateCode == governorateCode)[street];

    /// <summary>Code of a traffic unit in this governorate; the busy ones have more units.</summary>
    public static string TrafficUnit(int governorate, ref SampleRandom random) =>
        $"{Governorates.All[governorate].Code}{random.Between(1, 2 + (Weights[governorate] / 4)):D2}";
}
