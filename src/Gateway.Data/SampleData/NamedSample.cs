using Gateway.Domain;

namespace Gateway.Data;

/// <summary>
/// The part of the sample data that has names: always there, always the same but for its times, which go by the base
/// date. Generated data never collides with it. Documents and tests use these.
/// </summary>
public static class NamedSample
{
    /// <summary>Private car (ق ب ل 1234) with five outstanding fines.</summary>
    public static VehiclePlate FiveOutstanding { get; } = new("قبل", "1234", PlateKind.Private, "");

    /// <summary>Private car (س ج د 5678) that the prosecution knows and that has no fine.</summary>
    public static VehiclePlate WithoutFines { get; } = new("سجد", "5678", PlateKind.Private, "");

    /// <summary>Private car (ط ع ن 2468) with one fine under appeal and one outstanding.</summary>
    public static VehiclePlate UnderAppeal { get; } = new("طعن", "2468", PlateKind.Private, "");

    /// <summary>A plate in good form (و ه م 9999) that the prosecution does not know.</summary>
    public static VehiclePlate Unknown { get; } = new("وهم", "9999", PlateKind.Private, "");

    /// <summary>Old plate of Giza, digits only, with one outstanding fine.</summary>
    public static VehiclePlate OldPlate { get; } = new("", "15948", PlateKind.Private, "21");

    /// <summary>Taxi (ر س م 3579) with two settled fines and a cancelled one; nothing is due.</summary>
    public static VehiclePlate ClosedTaxi { get; } = new("رسم", "3579", PlateKind.Taxi, "");

    /// <summary>Driving licence with two outstanding fines.</summary>
    public static DrivingLicence Licence { get; } = new("1080027651", "0103");

    /// <summary>National id of the holder of <see cref="Licence"/>.</summary>
    public static NationalId LicenceHolder { get; } = NationalId.FromStored("28503120102347");

    /// <summary>National id of the holder of <see cref="FiveOutstanding"/>.</summary>
    public static NationalId FiveOutstandingHolder { get; } = NationalId.FromStored("27906150103318");

    /// <summary>National id of the holder of <see cref="WithoutFines"/>.</summary>
    public static NationalId WithoutFinesHolder { get; } = NationalId.FromStored("29211022100483");

    /// <summary>Numbers of the five fines of <see cref="FiveOutstanding"/>, the oldest first.</summary>
    public static IReadOnlyList<string> FiveOutstandingFineNumbers { get; } =
        [.. Enumerable.Range(1, 5).Select(id => SampleKeys.NamedFineNumber(id))];

    /// <summary>Letters that no generated plate has.</summary>
    internal static IReadOnlyList<string> ReservedLetters => ["قبل", "سجد", "طعن", "وهم", "رسم"];

    /// <summary>The keys that are free behind the named set in an empty database.</summary>
    internal static SampleStart Next => new(VehicleId: 6, DriverId: 2, FineId: 14, SettlementId: 2);

    /// <summary>The subjects of the set in the order of their keys.</summary>
    /// <param name="baseDate">The day that counts as today.</param>
    internal static IReadOnlyList<SampleSubject> Subjects(DateOnly baseDate)
    {
        var fines = new NamedSampleFines(baseDate);
        var settled = new[] { fines.Settled(9, "1201", 150, 70), fines.Settled(10, "1105", 100, 65) };
        return
        [
            Vehicle(1, FiveOutstanding, "محمود إبراهيم السيد حجازي", fines.Five()) with
            {
                NationalId = FiveOutstandingHolder.Value,
            },
            Vehicle(2, WithoutFines, "سارة خالد يوسف منصور", []) with
            {
                NationalId = WithoutFinesHolder.Value,
            },
            Vehicle(3, UnderAppeal, "طارق حسن علي النجار", fines.Appealed()),
            Vehicle(4, OldPlate, "عادل جرجس مينا حنا", [fines.Outstanding(8, "1304", 120, 33)]),
            Vehicle(5, ClosedTaxi, "سعيد رمضان محمد شحاتة", [.. settled, fines.Cancelled(11, "1202", 200, 50)]) with
            {
                Settlements = [fines.Settlement(1, settled)],
            },
            Driver(1, [fines.Outstanding(12, "2101", 300, 45), fines.Outstanding(13, "2102", 100, 12)]),
        ];
    }

    private static SampleSubject Vehicle(
        long id, VehiclePlate plate, string holder, IReadOnlyList<SampleFine> fines) => new()
        {
            Key = new SubjectKey(SubjectKind.Vehicle, id),
            Plate = plate,
            HolderName = holder,
            Fines = fines,
            Settlements = [],
        };

    private static SampleSubject Driver(long id, IReadOnlyList<SampleFine> fines) => new()
    {
        Key = new SubjectKey(SubjectKind.Driver, id),
        Licence = Licence,
        NationalId = LicenceHolder.Value,
        HolderName = "منى أحمد عبد الله الشافعي",
        Fines = fines,
        Settlements = [],
    };
}
