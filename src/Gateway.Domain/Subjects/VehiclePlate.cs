namespace Gateway.Domain;

/// <summary>
/// A vehicle's plate in its stored form. Plates since 2008 have letters and no governorate; older ones have digits only
/// and are unique within a governorate and kind.
/// </summary>
/// <param name="Letters">Two or three of <see cref="PlateLetters.InUse"/> without spaces; empty on an old
/// plate.</param>
/// <param name="Digits">ASCII; one to four beside letters, one to seven alone.</param>
/// <param name="Kind">The class of the vehicle.</param>
/// <param name="GovernorateCode">Two digits on an old plate, else empty.</param>
public sealed record VehiclePlate(string Letters, string Digits, PlateKind Kind, string GovernorateCode) : Subject
{
    /// <summary>
    /// Reads a plate as it was typed: digits and letters in any variant, with or without spaces. Each wrong field is
    /// added to <paramref name="errors"/> under <paramref name="path"/> (<c>.letters</c>, <c>.digits</c>, <c>.kind</c>,
    /// <c>.governorate_code</c>).
    /// </summary>
    /// <returns>The stored form, or null when a field is wrong.</returns>
    public static VehiclePlate? Parse(
        string? letters, string? digits, PlateKind kind, string? governorateCode, FieldErrors errors, string path)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var isOld = ArabicText.Fold(letters is { Length: > DigitField.MaxInput } ? "?" : letters ?? "").Length == 0;
        var storedLetters = PlateLetters.Read(letters, errors, path + ".letters");
        var storedDigits = DigitField.Read(digits, 1, isOld ? 7 : 4, errors, path + ".digits");
        if (kind is < PlateKind.Private or > PlateKind.Customs)
            errors.Add(path + ".kind", kind == PlateKind.Unspecified ? "is required" : "is not a known kind");
        var storedGovernorate = ReadGovernorate(governorateCode, isOld, errors, path + ".governorate_code");

        return storedLetters is null || storedDigits is null || storedGovernorate is null
            || kind is < PlateKind.Private or > PlateKind.Customs
            ? null
            : new VehiclePlate(storedLetters, storedDigits, kind, storedGovernorate);
    }

    private static string? ReadGovernorate(string? input, bool isOld, FieldErrors errors, string field)
    {
        if (!isOld)
        {
            if (string.IsNullOrWhiteSpace(input))
                return "";
            errors.Add(field, "is given for a plate without letters only");
            return null;
        }
        var code = DigitField.Read(input, 2, 2, errors, field);
        if (code is null || Governorates.Find(code) is not null)
            return code;
        errors.Add(field, "is not the code of a governorate");
        return null;
    }
}
