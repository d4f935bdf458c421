using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of appeal_document without its content.</summary>
internal sealed class AppealDocumentRow
{
    public int DocumentNumber { get; set; }
    public string Title { get; set; } = "";
    public AppealDocumentType Type { get; set; }
    public int SizeBytes { get; set; }
    public byte[] Sha256 { get; set; } = [];
    public DbTime AddTime { get; set; }

    public AppealDocumentRecord ToRecord() => new(DocumentNumber, Title, Type, SizeBytes, Sha256, AddTime.Value);
}
