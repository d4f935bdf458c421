using System.Globalization;
using System.Text;

namespace Gateway.Domain;

/// <summary>A person's name in full. Prints masked. Immutable.</summary>
public sealed record PersonName
{
    private const int MinLength = 3;
    private const int MaxLength = 120;

    private PersonName(string value) => Value = value;

    /// <summary>The name, 3 to 120 characters, for storage and print. Never for a log or an error text.</summary>
    public string Value { get; }

    /// <summary>Reads a name as it was typed; runs of spaces become one, and spaces around it are dropped.</summary>
    /// <returns>The name, or null when it is wrong; then <paramref name="errors"/> has <paramref
    /// name="field"/>.</returns>
    public static PersonName? Parse(string? input, FieldErrors errors, string field)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var name = string.Join(' ', (input ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var problem = Problem(name);
        if (problem is null)
            return new PersonName(name);
        errors.Add(field, problem);
        return null;
    }

    /// <summary>A name that was stored; its form is not checked again.</summary>
    public static PersonName FromStored(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new PersonName(value);
    }

    /// <summary>Asterisks only.</summary>
    public override string ToString() => "***";

    private static string? Problem(string name)
    {
        if (name.Length == 0)
            return "is required";
        if (name.Length is < MinLength or > MaxLength)
            return $"must have {MinLength} to {MaxLength} characters";
        foreach (var rune in name.EnumerateRunes())
        {
            var isText = Rune.IsLetter(rune) || rune.Value is ' ' or '.' or '\'' or '-' or '\u2019' or '\u0640'
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
            if (!isText)
                return "has a character that is not part of a name";
        }
        return null;
    }
}
