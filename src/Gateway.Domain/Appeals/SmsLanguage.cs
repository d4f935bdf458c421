namespace Gateway.Domain;

/// <summary>Language of the SMS. The numbers are those of the contract and the database.</summary>
public enum SmsLanguage
{
    /// <summary>Arabic.</summary>
    Arabic = 1,

    /// <summary>English.</summary>
    English = 2,
}
