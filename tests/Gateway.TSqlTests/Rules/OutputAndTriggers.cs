using Gateway.TSqlTests.Binding;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>OUTPUT without INTO is refused on a table that has a trigger for the action: error 334.</summary>
internal sealed class OutputAndTriggers : IRule
{
    public string Name => "output and triggers";

    public IEnumerable<string> Check(BoundStatement statement) =>
        from change in statement.Changes
        let action = ActionOf(change.Specification)
        where change.Specification.OutputClause is not null && change.Target.Triggers.Contains(action)
        select $"OUTPUT without INTO on {change.Target.Name}, which has a trigger for {action}";

    private static TriggerActionType ActionOf(DataModificationSpecification change) => change switch
    {
        InsertSpecification => TriggerActionType.Insert,
        UpdateSpecification => TriggerActionType.Update,
        _ => TriggerActionType.Delete,
    };
}
