namespace Gateway.Domain;

/// <summary>The class of a vehicle as its plate tells it. Numbers are those of the contract.</summary>
public enum PlateKind
{
    /// <summary>Not given.</summary>
    Unspecified = 0,

    /// <summary>Private car (ملاكي).</summary>
    Private = 1,

    /// <summary>Taxi (أجرة).</summary>
    Taxi = 2,

    /// <summary>Goods transport (نقل).</summary>
    Transport = 3,

    /// <summary>Bus (أتوبيس).</summary>
    Bus = 4,

    /// <summary>Motorcycle (دراجة نارية).</summary>
    Motorcycle = 5,

    /// <summary>Agricultural or other tractor (جرار).</summary>
    Tractor = 6,

    /// <summary>Trailer (مقطورة).</summary>
    Trailer = 7,

    /// <summary>Diplomatic corps (هيئة دبلوماسية).</summary>
    Diplomatic = 8,

    /// <summary>Vehicle under customs (جمرك).</summary>
    Customs = 9,
}
