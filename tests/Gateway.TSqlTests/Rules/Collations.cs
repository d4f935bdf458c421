using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Rules;

/// <summary>
/// Columns that are compared have one collation: the server refuses others (error 468), and what OPENJSON declares has
/// the database's own.
/// </summary>
internal sealed class Collations : IRule
{
    public string Name => "collations";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        var comparisons = new Comparisons();
        statement.Script.Accept(comparisons);
        return
            from pair in comparisons.Found
            let one = statement.Typing.Of(pair.First)
            let other = statement.Typing.Of(pair.Second)
            where HasCollation(one) && HasCollation(other)
            where !(one.Collation ?? "").IsSame(other.Collation ?? "")
            select $"{one.Text} is {Of(one)}, {other.Text} is {Of(other)}";
    }

    private static bool HasCollation(SqlValue value) =>
        value is { Kind: SqlValueKind.Column or SqlValueKind.Json or SqlValueKind.Cast, Type.IsText: true };

    private static string Of(SqlValue value) => value.Collation ?? "of the database's collation";
}
