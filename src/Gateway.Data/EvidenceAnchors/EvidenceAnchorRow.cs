namespace Gateway.Data;

/// <summary>A row of evidence_anchor.</summary>
internal sealed class EvidenceAnchorRow
{
    public string Origin { get; set; } = "";
    public long Size { get; set; }
    public byte[] Root { get; set; } = [];
    public DbTime UpdateTime { get; set; }
    public string? Successor { get; set; }

    public EvidenceAnchor ToRecord() => new(Origin, Size, Root, UpdateTime.Value, Successor);
}
