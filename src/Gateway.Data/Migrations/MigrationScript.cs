using System.Security.Cryptography;
using System.Text;

namespace Gateway.Data;

/// <summary>A script of the schema.</summary>
/// <param name="Name">File name without extension; scripts run in the order of their names.</param>
/// <param name="Text">The script, line ends as LF.</param>
internal sealed record MigrationScript(string Name, string Text)
{
    /// <summary>SHA-256 of the text in UTF-8, lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Holds a script that was run against the one of this version.</summary>
    /// <exception cref="MigrationException">It was changed since.</exception>
    public static void Check(IReadOnlyList<MigrationScript> scripts, string name, string sha256)
    {
        var known = scripts.FirstOrDefault(script => script.Name == name);
        if (known is not null && known.Sha256 != sha256)
            throw new MigrationException($"Script {name} was changed after it ran on this database.");
    }

    /// <summary>The scripts of a dialect, in order.</summary>
    public static IReadOnlyList<MigrationScript> All(SqlDialect dialect) =>
        [.. EmbeddedSql.Read($"Migrations.{dialect}")
            .Select(file => new MigrationScript(file.Key, file.Value))
            .OrderBy(script => script.Name, StringComparer.Ordinal)];
}
