using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Schema;

/// <summary>Parses Transact-SQL as SQL Server 2019 does, the oldest that the gateway works with.</summary>
internal static class TSql
{
    public static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Parses a script or a statement.</summary>
    /// <param name="text">The text, with QUOTED_IDENTIFIER on.</param>
    /// <param name="errors">What is not Transact-SQL in it, with line and column.</param>
    public static TSqlScript Parse(string text, out IReadOnlyList<string> errors)
    {
        using var reader = new StringReader(text);
        var parser = new TSql150Parser(initialQuotedIdentifiers: true, SqlEngineType.Standalone);
        var script = (TSqlScript)parser.Parse(reader, out var faults);
        errors = [.. faults.Select(fault => $"line {fault.Line}, column {fault.Column}: {fault.Message}")];
        return script;
    }

    /// <summary>The statements of a text that is known to be Transact-SQL.</summary>
    public static IReadOnlyList<TSqlStatement> Statements(string text)
    {
        var script = Parse(text, out var errors);
        return errors.Count == 0
            ? [.. script.Batches.SelectMany(batch => batch.Statements)]
            : throw new FormatException(string.Join("; ", errors));
    }

    /// <summary>Parameters as a procedure declares them, such as <c>@Id bigint, @Name nvarchar(120)</c>.</summary>
    public static IReadOnlyDictionary<string, SqlType> Parameters(string declarations) =>
        declarations.Length == 0
            ? new Dictionary<string, SqlType>()
            : ((DeclareVariableStatement)Statements("DECLARE " + declarations)[0]).Declarations
                .ToDictionary(one => one.VariableName.Value, one => SqlType.Of(one.DataType)!);

    /// <summary>A part of a statement as it was written, on one line.</summary>
    public static string Written(this TSqlFragment fragment)
    {
        var tokens = fragment.ScriptTokenStream
            .Skip(fragment.FirstTokenIndex)
            .Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
            .Where(token => token.TokenType is not TSqlTokenType.SingleLineComment)
            .Select(token => token.TokenType == TSqlTokenType.WhiteSpace ? " " : token.Text);
        return string.Join(" ", string.Concat(tokens).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The last part of a name: of <c>dbo.fine</c> it is <c>fine</c>.</summary>
    public static string Last(this MultiPartIdentifier name) => name.Identifiers[^1].Value;

    /// <summary>The column that a reference names, without its source.</summary>
    public static string Last(this ColumnReferenceExpression column) => column.MultiPartIdentifier.Last();

    /// <summary>Whether two names are the same to the server.</summary>
    public static bool IsSame(this string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
