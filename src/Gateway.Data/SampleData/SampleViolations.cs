namespace Gateway.Data;

/// <summary>
/// Violation codes in the manner of the Traffic Law 66/1973 as amended by 155/1999, 121/2008 and 142/2014. Believable,
/// not a legal source: the codes are made up, and the prosecution's own table is what counts.
/// </summary>
internal static class SampleViolations
{
    /// <summary>What was violated by a vehicle, whoever drove it.</summary>
    public static IReadOnlyList<SampleViolation> OfVehicles { get; } =
    [
        new("1101", "74", 100, 500, "تجاوز السرعة المقررة", "Exceeding the speed limit"),
        new("1102", "75", 300, 1500, "تجاوز السرعة المقررة بأكثر من الثلث", "Over the limit by more than a third"),
        new("1103", "76 bis", 1000, 3000, "السير عكس الاتجاه", "Driving against the direction of traffic"),
        new("1104", "74", 100, 500, "كسر إشارة المرور الحمراء", "Passing a red light"),
        new("1105", "74", 50, 200, "عدم الالتزام بالحارة المرورية", "Not keeping to the lane"),
        new("1106", "74", 100, 300, "تجاوز في مكان ممنوع", "Overtaking where it is forbidden"),
        new("1201", "72", 50, 150, "الوقوف في الممنوع", "Parking where it is forbidden"),
        new("1202", "72", 100, 300, "الوقوف صف ثانٍ", "Double parking"),
        new("1203", "72", 100, 300, "الوقوف أمام مدخل مستشفى أو مطافئ", "Blocking a hospital or fire station entrance"),
        new("1204", "72", 50, 200, "الوقوف على رصيف المشاة", "Parking on a pavement"),
        new("1205", "72", 50, 200, "الوقوف في مكان ذوي الإعاقة", "Parking in a place for the disabled"),
        new("1301", "74 bis", 100, 500, "طمس أو إخفاء لوحات معدنية", "Obscured or hidden plates"),
        new("1302", "75", 300, 1500, "السير بدون لوحات معدنية", "Driving without plates"),
        new("1303", "74", 50, 150, "تركيب زجاج ملون مخالف", "Windows tinted beyond what is allowed"),
        new("1304", "74", 50, 200, "انبعاث عادم ملوث للبيئة", "Exhaust that pollutes the air"),
        new("1305", "73", 20, 100, "عدم وجود طفاية حريق أو حقيبة إسعاف", "No extinguisher or first-aid kit"),
        new("1306", "74", 50, 200, "استعمال آلة التنبيه بصورة مزعجة", "Sounding the horn needlessly"),
        new("1401", "76", 200, 1000, "زيادة الحمولة المقررة", "Load above the permitted weight"),
        new("1402", "76", 200, 1000, "حمولة غير مغطاة", "Load that is not covered"),
        new("1403", "74", 100, 500, "سير النقل في غير المواعيد المقررة", "Lorry outside of its permitted hours"),
    ];

    /// <summary>What was violated by a driver, in whatever vehicle.</summary>
    public static IReadOnlyList<SampleViolation> OfDrivers { get; } =
    [
        new("2101", "74", 100, 500, "استعمال الهاتف المحمول باليد أثناء القيادة", "Hand-held telephone while driving"),
        new("2102", "74", 50, 200, "عدم استعمال حزام الأمان", "Not wearing a seat belt"),
        new("2103", "74", 50, 200, "عدم ارتداء خوذة الدراجة النارية", "Riding without a helmet"),
        new("2104", "75", 300, 1500, "القيادة برخصة منتهية", "Driving with an expired licence"),
        new("2105", "75", 300, 1500, "القيادة برخصة من درجة غير مناسبة", "Licence not valid for this class"),
        new("2106", "74", 100, 300, "الامتناع عن تقديم الرخص", "Refusing to show the licences"),
        new("2107", "74", 50, 150, "عدم إعطاء أولوية المرور للمشاة", "Not giving way to pedestrians"),
        new("2108", "74", 100, 500, "الانتظار أو الدوران في مكان خطر", "Stopping or turning in a dangerous place"),
        new("2109", "74", 50, 200, "جلوس طفل في المقعد الأمامي", "A child in the front seat"),
        new("2110", "72", 100, 300, "عدم تشغيل العداد أو رفض راكب", "Taxi meter off or passenger refused"),
        new("2111", "76", 200, 1000, "القيادة برعونة تعرض الأرواح للخطر", "Reckless driving that endangers lives"),
    ];

    /// <summary>All codes.</summary>
    public static IEnumerable<SampleViolation> All => OfVehicles.Concat(OfDrivers);

    /// <summary>The violation with this code.</summary>
    public static SampleViolation Get(string code) => All.First(violation => violation.Code == code);
}
