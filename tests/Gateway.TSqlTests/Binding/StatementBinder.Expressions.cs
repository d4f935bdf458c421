using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Binding;

/// <summary>Expressions.</summary>
internal sealed partial class StatementBinder
{
    private static readonly string[] TakeDatePart = ["DATEADD", "DATEDIFF", "DATEDIFF_BIG", "DATENAME", "DATEPART"];

    private void BindExpression(TSqlFragment? expression, Scope scope) => expression?.Accept(new Names(this, scope));

    private void Resolve(ColumnReferenceExpression reference, Scope scope)
    {
        if (reference.MultiPartIdentifier is not { } name)
            return;
        var source = name.Count > 1 ? name.Identifiers[^2].Value : null;
        var found = scope.Find(source, name.Last());
        if (found.Count == 1)
            bound.Columns[reference] = found[0];
        else
            bound.Faults.Add($"{reference.Written()} means {(found.Count == 0 ? "nothing" : "more than one column")}");
    }

    private bool HasVariable(string name) => bound.Variables.ContainsKey(name);

    private void Fault(string fault) => bound.Faults.Add(fault);

    private sealed class Names(StatementBinder binder, Scope scope) : TSqlFragmentVisitor
    {
        public override void ExplicitVisit(ColumnReferenceExpression node) => binder.Resolve(node, scope);

        public override void ExplicitVisit(ScalarSubquery node) => binder.BindQuery(node.QueryExpression, scope);

        public override void ExplicitVisit(VariableReference node)
        {
            if (!binder.HasVariable(node.Name))
                binder.Fault($"{node.Name} is neither a parameter nor declared");
        }

        // The names of a procedure's own parameters are not variables of the statement.
        public override void ExplicitVisit(ExecuteParameter node) => node.ParameterValue?.Accept(this);

        public override void ExplicitVisit(FunctionCall node)
        {
            var isDatePart = TakeDatePart.Any(name => name.IsSame(node.FunctionName.Value));
            foreach (var parameter in node.Parameters.Skip(isDatePart ? 1 : 0))
                parameter.Accept(this);
            node.OverClause?.Accept(this);
            node.WithinGroupClause?.Accept(this);
        }
    }
}
