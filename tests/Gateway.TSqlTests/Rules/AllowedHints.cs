using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>
/// Hints lock rows and nothing more: none reads what is not committed, ties a statement to an index or a plan, or is
/// known to newer servers only.
/// </summary>
internal sealed class AllowedHints : IRule
{
    private static readonly TableHintKind[] OfTables =
    [
        TableHintKind.HoldLock, TableHintKind.ReadCommittedLock, TableHintKind.ReadPast, TableHintKind.Rowlock,
        TableHintKind.UpdLock,
    ];

    private static readonly OptimizerHintKind[] OfStatements =
        [OptimizerHintKind.MaxRecursion, OptimizerHintKind.Recompile];

    public string Name => "allowed hints";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        var hints = new Hints();
        statement.Script.Accept(hints);
        return hints.Faults;
    }

    private sealed class Hints : TSqlFragmentVisitor
    {
        public List<string> Faults { get; } = [];

        public override void Visit(NamedTableReference node)
        {
            var kinds = node.TableHints.Select(hint => hint.HintKind).ToList();
            foreach (var kind in kinds.Except(OfTables))
                Faults.Add($"table hint {kind} on {node.SchemaObject.Last()} is not allowed");
            // With READ COMMITTED SNAPSHOT the server refuses the one without the other.
            if (kinds.Contains(TableHintKind.ReadPast) && !kinds.Contains(TableHintKind.ReadCommittedLock))
                Faults.Add($"READPAST on {node.SchemaObject.Last()} needs READCOMMITTEDLOCK");
        }

        public override void Visit(OptimizerHint node)
        {
            if (!OfStatements.Contains(node.HintKind))
                Faults.Add($"OPTION ({node.Written()}) is not allowed");
        }

        public override void Visit(QualifiedJoin node)
        {
            if (node.JoinHint != JoinHint.None)
                Faults.Add($"join hint {node.JoinHint} is not allowed");
        }
    }
}
