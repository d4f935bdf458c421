namespace Gateway.Domain;

/// <summary>A driver named by the driving licence, in its stored form.</summary>
/// <param name="LicenceNumber">4 to 14 ASCII digits.</param>
/// <param name="TrafficUnitCode">Four ASCII digits: governorate, then the unit that issued the licence.</param>
public sealed record DrivingLicence(string LicenceNumber, string TrafficUnitCode) : Subject
{
    /// <summary>
    /// Reads a licence as it was typed: either the holder's national id, or the licence's number and its traffic unit.
    /// Each wrong field is added to <paramref name="errors"/> under <paramref name="path"/> (<c>.national_id</c>,
    /// <c>.licence_number</c>, <c>.traffic_unit_code</c>).
    /// </summary>
    /// <param name="nationalId">The holder's national id, or empty.</param>
    /// <param name="licenceNumber">Number of the licence, or empty.</param>
    /// <param name="trafficUnitCode">Code of the issuing unit, or empty.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="path">Path of the licence in the request.</param>
    /// <param name="time">Clock that says which birth dates are in the future; the system's when null.</param>
    /// <returns>A <see cref="DriverNationalId"/> or <see cref="DrivingLicence"/>, or null when a field is
    /// wrong.</returns>
    public static Subject? Parse(
        string? nationalId, string? licenceNumber, string? trafficUnitCode, FieldErrors errors, string path,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var hasNationalId = !string.IsNullOrWhiteSpace(nationalId);
        var hasLicence = !string.IsNullOrWhiteSpace(licenceNumber) || !string.IsNullOrWhiteSpace(trafficUnitCode);
        if (hasNationalId == hasLicence)
        {
            errors.Add(path, "must have either national_id, or licence_number and traffic_unit_code");
            return null;
        }
        if (hasNationalId)
        {
            var id = NationalId.Parse(nationalId, errors, path + ".national_id", time);
            return id is null ? null : new DriverNationalId(id);
        }

        var number = DigitField.Read(licenceNumber, 4, 14, errors, path + ".licence_number");
        var unit = ReadTrafficUnit(trafficUnitCode, errors, path + ".traffic_unit_code");
        return number is null || unit is null ? null : new DrivingLicence(number, unit);
    }

    private static string? ReadTrafficUnit(string? input, FieldErrors errors, string field)
    {
        var code = DigitField.Read(input, 4, 4, errors, field);
        if (code is null || Governorates.Find(code[..2]) is not null)
            return code;
        errors.Add(field, "does not begin with the code of a governorate");
        return null;
    }
}
