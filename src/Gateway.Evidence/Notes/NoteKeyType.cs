namespace Gateway.Evidence;

/// <summary>What a key of signed notes signs: the signature type identifier of C2SP signed-note.</summary>
public enum NoteKeyType : byte
{
    /// <summary>Ed25519 over the note's text: how a log signs its checkpoint.</summary>
    Note = 1,

    /// <summary>Ed25519 over the time and the note's text: how a witness cosigns a checkpoint
    /// (C2SP tlog-cosignature, <c>cosignature/v1</c>).</summary>
    Cosignature = 4,
}
