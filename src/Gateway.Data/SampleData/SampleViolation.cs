namespace Gateway.Data;

/// <summary>A violation code of the sample data.</summary>
/// <param name="Code">Code of the violation.</param>
/// <param name="LawArticle">Article of the Traffic Law.</param>
/// <param name="MinimumPounds">The least, whole pounds.</param>
/// <param name="MaximumPounds">The most, whole pounds.</param>
/// <param name="DescriptionAr">Description in Arabic.</param>
/// <param name="DescriptionEn">Description in English.</param>
internal sealed record SampleViolation(
    string Code, string LawArticle, int MinimumPounds, int MaximumPounds, string DescriptionAr, string DescriptionEn);
