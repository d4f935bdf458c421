using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>
/// Two sides of a comparison have one type: of different ones the server converts a side, and where that is the column
/// it scans instead of seeking.
/// </summary>
internal sealed class ComparisonTypes : IRule
{
    public string Name => "comparison types";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        var comparisons = new Comparisons();
        statement.Script.Accept(comparisons);
        foreach (var (first, second) in comparisons.Found)
        {
            if (first is NullLiteral || second is NullLiteral)
            {
                yield return $"{(first is NullLiteral ? second : first).Written()} is compared with NULL: IS NULL";
                continue;
            }
            var (one, other) = (statement.Typing.Of(first), statement.Typing.Of(second));
            var isOtherColumn = Weight(other.Kind) < Weight(one.Kind);
            if ((isOtherColumn ? TypeMatch.Fault(other, one) : TypeMatch.Fault(one, other)) is { } fault)
                yield return fault;
        }
    }

    // A column decides before a parameter does, and that before what was computed.
    private static int Weight(SqlValueKind kind) => kind switch
    {
        SqlValueKind.Column => 0,
        SqlValueKind.Json => 1,
        SqlValueKind.Parameter or SqlValueKind.Cast => 2,
        SqlValueKind.Computed => 3,
        _ => 4,
    };
}
