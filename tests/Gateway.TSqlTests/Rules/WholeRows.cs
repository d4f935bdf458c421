using Gateway.TSqlTests.Binding;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>A change says which rows, and a query which columns.</summary>
internal sealed class WholeRows : IRule
{
    public string Name => "whole rows";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        foreach (var change in statement.Changes)
        {
            if (change is { Specification: UpdateDeleteSpecificationBase { WhereClause: null }, IsOfQuery: false })
                yield return $"a change of {change.Target.Name} has no WHERE";
        }
        foreach (var query in statement.Queries.Select(query => query.Fragment).OfType<QuerySpecification>())
        {
            if (query.SelectElements.OfType<SelectStarExpression>().Any())
                yield return "SELECT * names no columns";
        }
    }
}
