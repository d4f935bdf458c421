using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A fine as it stands in the database.</summary>
public sealed record FineRecord
{
    /// <summary>Key in the database.</summary>
    public required long Id { get; init; }

    /// <summary>Number as printed on the notice.</summary>
    public required string FineNumber { get; init; }

    /// <summary>What it stands against.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>What was violated.</summary>
    public required ViolationRecord Violation { get; init; }

    /// <summary>When it was recorded, UTC, whole milliseconds.</summary>
    public required DateTimeOffset ViolationTime { get; init; }

    /// <summary>Governorate in which it was recorded, two digits.</summary>
    public required string GovernorateCode { get; init; }

    /// <summary>Place in Arabic.</summary>
    public required string PlaceAr { get; init; }

    /// <summary>Place in English.</summary>
    public required string PlaceEn { get; init; }

    /// <summary>The fine itself.</summary>
    public required Money Amount { get; init; }

    /// <summary>Fees on top of it.</summary>
    public required Money Fees { get; init; }

    /// <summary>State of the fine.</summary>
    public required FineStatus Status { get; init; }

    /// <summary>What has to be paid now: amount and fees while outstanding, else nothing.</summary>
    public Money AmountDue => Status == FineStatus.Outstanding ? Amount + Fees : Money.Zero;

    /// <summary>Changes whenever state or amounts do.</summary>
    public string Etag => Domain.Etag.Of(Status, Amount, Fees);

    /// <summary>Where the page ends when this is its last fine.</summary>
    public FineCursor Cursor => new(ViolationTime, Id);
}
