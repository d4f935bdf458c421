using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;
using FineStatus = Gateway.Contracts.V1.FineStatus;

namespace Gateway.Server.Fines;

/// <summary>Writes the answers of the inquiry service.</summary>
internal static class InquiryMapping
{
    /// <summary>The fines of a subject.</summary>
    public static InquireFinesResponse ToResponse(SubjectFines fines, Money appealFee) => new()
    {
        Subject = fines.Subject.Subject.ToWire(),
        Fines = { fines.Fines.Select(ToWire) },
        OutstandingCount = fines.Totals.OutstandingCount,
        OutstandingTotal = fines.Totals.OutstandingTotal.ToWire(),
        UnderAppealCount = fines.Totals.UnderAppealCount,
        UnderAppealTotal = fines.Totals.UnderAppealTotal.ToWire(),
        AsOfTime = Timestamp.FromDateTimeOffset(fines.AsOf),
        NextPageToken = fines.Next?.ToString() ?? "",
        AppealFee = appealFee.ToWire(),
    };

    /// <summary>One fine.</summary>
    public static GetFineResponse ToResponse(FineAnswer answer) => new()
    {
        Fine = ToWire(answer.Fine),
        Subject = answer.Subject.Subject.ToWire(),
        AsOfTime = Timestamp.FromDateTimeOffset(answer.AsOf),
    };

    private static Fine ToWire(FineRecord fine) => new()
    {
        FineNumber = fine.FineNumber,
        Violation = new Violation
        {
            Code = fine.Violation.Code,
            DescriptionAr = fine.Violation.DescriptionAr,
            DescriptionEn = fine.Violation.DescriptionEn,
            LawArticle = fine.Violation.LawArticle,
            MinimumAmount = fine.Violation.MinimumAmount.ToWire(),
            MaximumAmount = fine.Violation.MaximumAmount.ToWire(),
        },
        ViolationTime = Timestamp.FromDateTimeOffset(fine.ViolationTime),
        Place = new Place
        {
            GovernorateCode = fine.GovernorateCode,
            NameAr = fine.PlaceAr,
            NameEn = fine.PlaceEn,
        },
        Amount = fine.Amount.ToWire(),
        Fees = fine.Fees.ToWire(),
        AmountDue = fine.AmountDue.ToWire(),
        Status = (FineStatus)fine.Status,
        Etag = fine.Etag,
    };
}
