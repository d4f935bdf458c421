using Gateway.TSqlTests.Binding;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>What is written into a column has its type: nothing is rounded, cut off or turned into '?'.</summary>
internal sealed class AssignmentTypes : IRule
{
    public string Name => "assignment types";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        foreach (var (table, column, value) in Assignments.Of(statement))
        {
            var target = new SqlValue(SqlValueKind.Column, column.Type, $"{table.Name}.{column.Name}");
            if (value.Literal is NullLiteral && !column.IsNullable)
                yield return $"{target} is not nullable";
            if (TypeMatch.Fault(target, value) is { } fault)
                yield return fault;
        }
    }
}
