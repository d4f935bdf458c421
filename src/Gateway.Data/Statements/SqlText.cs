using Dapper;

namespace Gateway.Data;

/// <summary>
/// Text parameters with the exact type and length of their column: a Unicode parameter against a varchar column makes
/// SQL Server scan.
/// </summary>
internal static class SqlText
{
    /// <summary>A code or number: varchar of this length.</summary>
    public static DbString Ansi(string? value, int length) => Make(value, length, isAnsi: true);

    /// <summary>A name or other free text: nvarchar of this length.</summary>
    public static DbString Unicode(string? value, int length) => Make(value, length, isAnsi: false);

    /// <summary>A list as one JSON parameter: nvarchar(max).</summary>
    public static DbString Json(string value) => new() { Value = value, IsAnsi = false, Length = int.MaxValue };

    private static DbString Make(string? value, int length, bool isAnsi) =>
        value is { } text && text.Length > length
            ? throw new ArgumentException($"A text of {text.Length} characters is longer than its column of {length}.")
            : new DbString { Value = value, IsAnsi = isAnsi, Length = length };
}
