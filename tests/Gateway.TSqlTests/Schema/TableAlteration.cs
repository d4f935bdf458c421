using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Schema;

/// <summary>Applies an ALTER TABLE to the CREATE TABLE that it alters.</summary>
internal static class TableAlteration
{
    /// <summary>Changes the statement.</summary>
    /// <exception cref="NotSupportedException">An alteration that the fold does not know.</exception>
    public static void Apply(AlterTableStatement alteration, CreateTableStatement table)
    {
        switch (alteration)
        {
            case AlterTableAddTableElementStatement addition:
                Add(addition.Definition, table.Definition);
                break;
            case AlterTableAlterColumnStatement change:
                Change(change, Column(table.Definition, change.ColumnIdentifier.Value));
                break;
            case AlterTableDropTableElementStatement drop:
                foreach (var element in drop.AlterTableDropTableElements)
                    Drop(element, table.Definition);
                break;
            case AlterTableConstraintModificationStatement:
                break;
            default:
                throw new NotSupportedException($"The fold does not know {alteration.GetType().Name}.");
        }
    }

    private static void Add(TableDefinition added, TableDefinition table)
    {
        foreach (var column in added.ColumnDefinitions)
            table.ColumnDefinitions.Add(column);
        foreach (var constraint in added.TableConstraints)
        {
            if (constraint is DefaultConstraintDefinition { Column: { } column } value)
            {
                value.Column = null;
                Column(table, column.Value).DefaultConstraint = value;
            }
            else
            {
                table.TableConstraints.Add(constraint);
            }
        }
    }

    private static void Change(AlterTableAlterColumnStatement change, ColumnDefinition column)
    {
        column.DataType = change.DataType;
        column.Collation = change.Collation;
        foreach (var old in column.Constraints.OfType<NullableConstraintDefinition>().ToList())
            column.Constraints.Remove(old);
        column.Constraints.Add(new NullableConstraintDefinition
        {
            Nullable = change.AlterTableAlterColumnOption != AlterTableAlterColumnOption.NotNull,
        });
    }

    private static void Drop(AlterTableDropTableElement element, TableDefinition table)
    {
        var name = element.Name.Value;
        if (element.TableElementType == TableElementType.Column)
        {
            table.ColumnDefinitions.Remove(Column(table, name));
            return;
        }
        Remove(table.TableConstraints, name);
        foreach (var column in table.ColumnDefinitions)
        {
            Remove(column.Constraints, name);
            if (column.DefaultConstraint?.ConstraintIdentifier?.Value.IsSame(name) == true)
                column.DefaultConstraint = null;
        }
    }

    private static void Remove(IList<ConstraintDefinition> constraints, string name)
    {
        foreach (var one in constraints.Where(one => one.ConstraintIdentifier?.Value.IsSame(name) == true).ToList())
            constraints.Remove(one);
    }

    private static ColumnDefinition Column(TableDefinition table, string name) =>
        table.ColumnDefinitions.Single(column => column.ColumnIdentifier.Value.IsSame(name));
}
