namespace Gateway.Domain;

/// <summary>Why a citizen appeals. The numbers are those of the contract and the database.</summary>
public enum AppealGround
{
    /// <summary>The plate was misread: it was another vehicle.</summary>
    WrongVehicle = 1,

    /// <summary>The vehicle had been sold before.</summary>
    VehicleSold = 2,

    /// <summary>The vehicle or its plates had been stolen.</summary>
    VehicleStolen = 3,

    /// <summary>Another person drove.</summary>
    OtherDriver = 4,

    /// <summary>The sign, signal or marking could not be seen.</summary>
    SignNotVisible = 5,

    /// <summary>An emergency.</summary>
    Emergency = 6,

    /// <summary>The amount is wrong.</summary>
    WrongAmount = 7,

    /// <summary>The same violation was recorded twice.</summary>
    RecordedTwice = 8,

    /// <summary>It was paid already.</summary>
    AlreadyPaid = 9,

    /// <summary>Another ground; the statement says which.</summary>
    Other = 10,
}
