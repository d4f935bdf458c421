namespace Gateway.Evidence;

/// <summary>A signature line of a note: <c>— name base64(id and value)</c>.</summary>
/// <param name="KeyName">Name of the key.</param>
/// <param name="KeyId">Its id.</param>
/// <param name="Value">The signature; of which form says the key's type.</param>
public sealed record NoteSignature(string KeyName, uint KeyId, byte[] Value)
{
    /// <summary>Whether the line is of this key: of its name and id.</summary>
    public bool IsBy(NoteKey key) => KeyId == key.Id && KeyName == key.Name;
}
