namespace Gateway.Domain;

/// <summary>Against what nothing is outstanding. The numbers are those of a certificate's code.</summary>
public enum ClearanceKind
{
    /// <summary>Not given.</summary>
    Unspecified = 0,

    /// <summary>A vehicle.</summary>
    Vehicle = 1,

    /// <summary>A driving licence.</summary>
    DrivingLicence = 2,
}
