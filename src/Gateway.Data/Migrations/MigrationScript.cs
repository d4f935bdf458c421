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

    /// <summary>The scripts of a dialect, in order.</summary>
    public static IReadOnlyList<MigrationScript> All(SqlDialect dialect) =>
        [.. EmbeddedSql.Read($"Migrations.{dialect}")
            .Select(file => new MigrationScript(file.Key, file.Value))
            .OrderBy(script => script.Name, StringComparer.Ordinal)];
}
