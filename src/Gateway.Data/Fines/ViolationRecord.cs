using Gateway.Domain;

namespace Gateway.Data;

/// <summary>What was violated.</summary>
/// <param name="Code">Code of the violation.</param>
/// <param name="DescriptionAr">Description in Arabic.</param>
/// <param name="DescriptionEn">Description in English.</param>
/// <param name="LawArticle">Article of the Traffic Law.</param>
/// <param name="MinimumAmount">The least the law allows.</param>
/// <param name="MaximumAmount">The most the law allows.</param>
public sealed record ViolationRecord(
    string Code,
    string DescriptionAr,
    string DescriptionEn,
    string LawArticle,
    Money MinimumAmount,
    Money MaximumAmount);
