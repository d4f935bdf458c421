using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Schema;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsIdentity">Whether the server numbers it.</param>
/// <param name="IsGiven">Whether it has a value without being named: a default, or computed.</param>
/// <param name="Collation">Its collation; null for the database's own.</param>
internal sealed record SqlColumn(
    string Name, SqlType Type, bool IsNullable, bool IsIdentity, bool IsGiven, string? Collation);

/// <summary>An index of a table, or the one behind a key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keys">Its key columns, in order.</param>
/// <param name="Included">Columns that it carries beside them, so that a condition on them needs no row.</param>
/// <param name="IsUnique">Whether it refuses a second row with the same key.</param>
/// <param name="Filter">Which rows it has; null for all.</param>
internal sealed record SqlIndex(
    string Name,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string> Included,
    bool IsUnique,
    BooleanExpression? Filter);

/// <summary>A table of the schema.</summary>
/// <param name="Name">Its name, without its schema.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Indexes">Its indexes and keys.</param>
/// <param name="Triggers">The actions that have a trigger.</param>
internal sealed record SqlTable(
    string Name,
    IReadOnlyList<SqlColumn> Columns,
    IReadOnlyList<SqlIndex> Indexes,
    IReadOnlySet<TriggerActionType> Triggers)
{
    /// <summary>The column of this name; null where there is none.</summary>
    public SqlColumn? Find(string column) => Columns.FirstOrDefault(one => one.Name.IsSame(column));
}
