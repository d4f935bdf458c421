using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Binding;

/// <summary>Looks up the names of a statement; here for each kind of statement.</summary>
internal sealed partial class StatementBinder(BoundStatement bound)
{
    /// <summary>Looks up the names of one statement and of those in it.</summary>
    public void Bind(TSqlStatement? statement)
    {
        var scope = new Scope(parent: null);
        if (statement is StatementWithCtesAndXmlNamespaces { WithCtesAndXmlNamespaces: { } common })
            BindCommon(common, scope);
        switch (statement)
        {
            case SelectStatement select:
                BindQuery(select.QueryExpression, scope);
                break;
            case InsertStatement insert:
                BindInsert(insert.InsertSpecification, scope);
                break;
            case UpdateStatement update:
                BindChange(update.UpdateSpecification, scope);
                break;
            case DeleteStatement delete:
                BindChange(delete.DeleteSpecification, scope);
                break;
            case IfStatement condition:
                BindExpression(condition.Predicate, scope);
                Bind(condition.ThenStatement);
                Bind(condition.ElseStatement);
                break;
            case BeginEndBlockStatement block:
                foreach (var inner in block.StatementList.Statements)
                    Bind(inner);
                break;
            case DeclareVariableStatement declaration:
                foreach (var variable in declaration.Declarations)
                    Declare(variable, scope);
                break;
            case DeclareTableVariableStatement declaration:
                bound.TableVariables[declaration.Body.VariableName.Value] =
                    [.. declaration.Body.Definition.ColumnDefinitions
                        .Select(column => (column.ColumnIdentifier.Value, SqlType.Of(column.DataType)))];
                break;
            // A MERGE is refused as a whole.
            case null or MergeStatement:
                break;
            default:
                BindExpression(statement, scope);
                break;
        }
    }

    private void Declare(DeclareVariableElement variable, Scope scope)
    {
        BindExpression(variable.Value, scope);
        bound.Variables[variable.VariableName.Value] = SqlType.Of(variable.DataType) ?? new SqlType("unknown");
    }

    private void BindInsert(InsertSpecification insert, Scope outer)
    {
        var table = TargetOf(insert.Target, outer)?.Target;
        if (table is not null)
            bound.Changes.Add(new BoundChange(insert, table, IsOfQuery: false));
        foreach (var column in insert.Columns)
            CheckTarget(table, column);
        BindExpression(insert.TopRowFilter, outer);
        if (insert.InsertSource is SelectInsertSource select)
            BindQuery(select.Select, outer);
        else
            BindExpression(insert.InsertSource, outer);
        BindOutput(insert, table, outer);
    }

    private void BindChange(UpdateDeleteSpecificationBase change, Scope outer)
    {
        var scope = new Scope(outer);
        var conditions = new List<BooleanExpression>();
        if (change.FromClause is { } from)
            BindFrom(from, scope, conditions);
        var target = TargetOf(change.Target, scope);
        var table = target?.Target;
        if (change.FromClause is null && target is not null)
            scope.Sources.Add(target);
        if (table is not null)
            bound.Changes.Add(new BoundChange(change, table, IsOfQuery: target!.Table is null));
        foreach (var set in (change as UpdateSpecification)?.SetClauses.OfType<AssignmentSetClause>() ?? [])
        {
            if (set.Column is { } column)
                CheckTarget(table, column);
            BindExpression(set.NewValue, scope);
        }
        BindExpression(change.TopRowFilter, scope);
        AddConditions(change.WhereClause?.SearchCondition, conditions);
        foreach (var condition in conditions)
            BindExpression(condition, scope);
        bound.Queries.Add(new BoundQuery(change, scope.Sources, conditions));
        BindOutput(change, table, scope);
    }

    private void BindOutput(DataModificationSpecification change, SqlTable? table, Scope outer)
    {
        if (table is null)
            return;
        var scope = new Scope(outer);
        if (change is not DeleteSpecification)
            scope.Sources.Add(RowSource.Of("INSERTED", table));
        if (change is not InsertSpecification)
            scope.Sources.Add(RowSource.Of("DELETED", table));
        BindExpression(change.OutputClause, scope);
        foreach (var element in change.OutputIntoClause?.SelectColumns ?? [])
            BindExpression(element, scope);
    }

    // An alias of FROM, a common table expression, or a table; null for a table variable.
    private RowSource? TargetOf(TableReference target, Scope scope) => target is NamedTableReference named
        ? scope.Sources.FirstOrDefault(one => one.Alias.IsSame(named.SchemaObject.Last()))
            ?? Named(named.SchemaObject, named.SchemaObject.Last(), scope)
        : null;

    private void CheckTarget(SqlTable? table, ColumnReferenceExpression column)
    {
        if (table is not null && table.Find(column.Last()) is null)
            bound.Faults.Add($"{table.Name} has no column {column.Last()}");
    }
}
