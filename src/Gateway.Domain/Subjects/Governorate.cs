namespace Gateway.Domain;

/// <summary>A governorate of Egypt.</summary>
/// <param name="Code">Two digits, as in national ids.</param>
/// <param name="NameAr">Name in Arabic.</param>
/// <param name="NameEn">Name in English.</param>
public sealed record Governorate(string Code, string NameAr, string NameEn);
