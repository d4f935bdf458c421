using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A document of an appeal, without its content.</summary>
/// <param name="DocumentNumber">Its number in the appeal, from 1.</param>
/// <param name="Title">What it is, up to 100 characters.</param>
/// <param name="Type">Its kind.</param>
/// <param name="SizeBytes">Size of its content in bytes.</param>
/// <param name="Sha256">SHA-256 of its content, 32 bytes.</param>
/// <param name="AddTime">When it was added. Kept in whole milliseconds, finer parts are cut off.</param>
public sealed record AppealDocumentRecord(
    int DocumentNumber,
    string Title,
    AppealDocumentType Type,
    int SizeBytes,
    ReadOnlyMemory<byte> Sha256,
    DateTimeOffset AddTime)
{
    /// <summary>Number and kind; its title is personal.</summary>
    public override string ToString() => $"AppealDocumentRecord {DocumentNumber} {Type}";
}
