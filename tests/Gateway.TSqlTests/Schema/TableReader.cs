using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Schema;

/// <summary>Reads a table out of the statements that make it.</summary>
internal static class TableReader
{
    /// <summary>The table with the indexes and triggers that were made on it.</summary>
    public static SqlTable Read(
        CreateTableStatement table,
        IEnumerable<CreateIndexStatement> indexes,
        IEnumerable<TriggerStatementBody> triggers)
    {
        var definition = table.Definition;
        var keys = definition.TableConstraints.OfType<UniqueConstraintDefinition>()
            .Select(key => Index(key, KeysOf(key.Columns)));
        var ownKeys =
            from column in definition.ColumnDefinitions
            from key in column.Constraints.OfType<UniqueConstraintDefinition>()
            select Index(key, [column.ColumnIdentifier.Value]);
        var others = indexes.Select(index => new SqlIndex(
            index.Name.Value,
            KeysOf(index.Columns),
            [.. index.IncludeColumns.Select(column => column.Last())],
            index.Unique,
            index.FilterPredicate));
        var actions = triggers.SelectMany(trigger => trigger.TriggerActions).Select(action => action.TriggerActionType);
        var columns = definition.ColumnDefinitions.Select(column => Column(column, definition));
        return new SqlTable(
            table.SchemaObjectName.Last(), [.. columns], [.. keys, .. ownKeys, .. others], actions.ToHashSet());
    }

    private static SqlIndex Index(UniqueConstraintDefinition key, IReadOnlyList<string> columns) =>
        new(key.ConstraintIdentifier?.Value ?? "key", columns, [], IsUnique: true, Filter: null);

    private static IReadOnlyList<string> KeysOf(IEnumerable<ColumnWithSortOrder> columns) =>
        [.. columns.Select(column => column.Column.Last())];

    private static SqlColumn Column(ColumnDefinition column, TableDefinition table)
    {
        var name = column.ColumnIdentifier.Value;
        var isNull = column.Constraints.OfType<NullableConstraintDefinition>().FirstOrDefault();
        var isKey = column.Constraints.OfType<UniqueConstraintDefinition>().Any(key => key.IsPrimaryKey)
            || table.TableConstraints.OfType<UniqueConstraintDefinition>()
                .Any(key => key.IsPrimaryKey && KeysOf(key.Columns).Contains(name));
        return new SqlColumn(
            name,
            SqlType.Of(column.DataType) ?? new SqlType("unknown"),
            IsNullable: isNull?.Nullable ?? !isKey,
            IsIdentity: column.IdentityOptions is not null,
            IsGiven: column.DefaultConstraint is not null || column.ComputedColumnExpression is not null,
            column.Collation?.Value);
    }
}
