namespace Gateway.Domain;

/// <summary>The kinds of documents that are taken. The numbers are those of the contract and the database.</summary>
public enum AppealDocumentType
{
    /// <summary>PDF.</summary>
    Pdf = 1,

    /// <summary>JPEG.</summary>
    Jpeg = 2,

    /// <summary>PNG.</summary>
    Png = 3,
}
