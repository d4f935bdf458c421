namespace Gateway.Data;

/// <summary>A place of the sample data.</summary>
/// <param name="GovernorateCode">Two digits.</param>
/// <param name="NameAr">Name in Arabic.</param>
/// <param name="NameEn">Name in English.</param>
internal sealed record SamplePlace(string GovernorateCode, string NameAr, string NameEn);
