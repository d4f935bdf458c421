using System.Globalization;
using Gateway.Domain;

namespace Gateway.Data;

/// <summary>
/// Turns the database's own keys into the numbers that people see. Each is one-to-one, so sample data that is added
/// later, with any seed, cannot collide; and none meets the named set.
/// </summary>
internal static class SampleKeys
{
    /// <summary>Prime, and no divisor of any of the ranges below: multiplying by it permutes a range.</summary>
    private const long Stride = 1_000_000_007;

    private const int OldDigits = 980_000;
    private const int BirthDays = 20_000;
    private const int BirthSerials = 9_999;
    private const int MostLetters2 = 9_000;
    private const int MostLetters3 = 9_900;

    private static readonly DateOnly FirstBirth = new(1951, 1, 1);
    private static readonly string[] Letters2 = [.. Groups(2)];
    private static readonly string[] Letters3 = [.. Groups(3).Except(NamedSample.ReservedLetters)];

    /// <summary>A plate; one in eight is old.</summary>
    public static VehiclePlate Plate(long vehicleId, PlateKind kind) =>
        vehicleId % 8 == 0 ? OldPlate(vehicleId / 8, kind) : NewPlate(vehicleId, kind);

    /// <summary>Number of a licence, ten digits, not beginning with the digit of the named set.</summary>
    public static string LicenceNumber(long driverId) =>
        (2_000_000_000 + Permute(driverId, 7_999_999_999)).ToString(CultureInfo.InvariantCulture);

    /// <summary>A national id of a person born from 1951 to 2005.</summary>
    public static string NationalId(long driverId, bool isWoman)
    {
        var governorates = Governorates.All;
        var point = Permute(driverId, (long)BirthDays * BirthSerials * governorates.Count);
        var birth = FirstBirth.AddDays((int)(point % BirthDays));
        var governorate = governorates[(int)(point / BirthDays % governorates.Count)];
        var serial = (int)(point / BirthDays / governorates.Count);
        // The last digit of the serial is odd for men; the check digit carries what was lost by that.
        var sexed = (serial / 5 * 2) + (isWoman ? 0 : 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(birth.Year < 2000 ? 2 : 3)}{birth:yyMMdd}{governorate.Code}{sexed:D4}{serial % 5}");
    }

    /// <summary>Number of a fine: 2, eleven digits, check digit.</summary>
    public static string FineNumber(long fineId) => Checked(2, fineId);

    /// <summary>Number of a fine of the named set: 1, eleven digits, check digit.</summary>
    public static string NamedFineNumber(long fineId) => Checked(1, fineId);

    /// <summary>Number of a settlement.</summary>
    public static string SettlementNumber(long settlementId, DateOnly businessDate) =>
        Domain.RecordNumber.Create(businessDate, limit => (int)Permute(settlementId, limit));

    /// <summary>
    /// A request id: a UUID as of version 4, of which the first eight digits are one-to-one with the key.
    /// </summary>
    public static string RequestId(long settlementId, ref SampleRandom random)
    {
        var bits = random.Next();
        var middle = $"{bits & 0xFFFF:x4}-4{(bits >> 16) & 0xFFF:x3}-8{(bits >> 28) & 0xFFF:x3}";
        return $"{Permute(settlementId, uint.MaxValue):x8}-{middle}-{random.Next() >> 16:x12}";
    }

    private static VehiclePlate NewPlate(long vehicleId, PlateKind kind)
    {
        var two = (long)Letters2.Length * MostLetters2;
        var point = Permute(vehicleId, two + ((long)Letters3.Length * MostLetters3));
        var (letters, digits) = point < two
            ? (Letters2[point / MostLetters2], 1000 + (point % MostLetters2))
            : (Letters3[(point - two) / MostLetters3], 100 + ((point - two) % MostLetters3));
        return new VehiclePlate(letters, digits.ToString(CultureInfo.InvariantCulture), kind, "");
    }

    private static VehiclePlate OldPlate(long index, PlateKind kind)
    {
        var point = Permute(index, (long)OldDigits * Governorates.All.Count);
        var digits = 20_000 + (point % OldDigits);
        var governorate = Governorates.All[(int)(point / OldDigits)];
        return new VehiclePlate("", digits.ToString(CultureInfo.InvariantCulture), kind, governorate.Code);
    }

    private static string Checked(int lead, long id)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{lead}{id:D11}");
        return digits + DammCheckDigit.Of(digits);
    }

    private static long Permute(long index, long range) =>
        index < range
            ? (long)((Int128)index * Stride % range)
            : throw new InvalidOperationException("The sample data has run out of numbers.");

    private static IEnumerable<string> Groups(int length) =>
        length == 0 ? [""] : Groups(length - 1).SelectMany(_ => PlateLetters.InUse, (group, letter) => group + letter);
}
