namespace Gateway.Data;

/// <summary>A script of the schema and whether it ran.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of its text, lower-case hex.</param>
/// <param name="IsApplied">Whether it ran on this database.</param>
public sealed record ScriptState(string Name, string Sha256, bool IsApplied);
