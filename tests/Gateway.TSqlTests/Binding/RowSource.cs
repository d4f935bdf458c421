using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Binding;

/// <summary>A column as a source of rows offers it.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Source">The source; null for the output of a query.</param>
internal sealed record BoundColumn(string Name, SqlValue Value, RowSource? Source);

/// <summary>What a query puts out.</summary>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Target">The one table that it reads, which a change of it changes; null where there is none.</param>
internal sealed record QueryOutput(IReadOnlyList<BoundColumn> Columns, SqlTable? Target);

/// <summary>Something in FROM, or the target of a change.</summary>
internal sealed class RowSource
{
    private RowSource(string alias, SqlTable? table, SqlTable? target) =>
        (Alias, Table, Target) = (alias, table, target);

    /// <summary>The name by which the statement calls it.</summary>
    public string Alias { get; }

    /// <summary>The table; null for what a query or OPENJSON makes.</summary>
    public SqlTable? Table { get; }

    /// <summary>The table that a change of this source changes; null where there is none.</summary>
    public SqlTable? Target { get; }

    /// <summary>Its columns; null where they are not known, as of a catalog view.</summary>
    public IReadOnlyList<BoundColumn>? Columns { get; private init; }

    /// <summary>A table of the schema.</summary>
    public static RowSource Of(string alias, SqlTable table)
    {
        var columns = new List<BoundColumn>();
        var source = new RowSource(alias, table, table) { Columns = columns };
        columns.AddRange(table.Columns.Select(column => new BoundColumn(
            column.Name,
            new SqlValue(SqlValueKind.Column, column.Type, $"{table.Name}.{column.Name}", null, column.Collation),
            source)));
        return source;
    }

    /// <summary>What a query puts out, perhaps with names of its own.</summary>
    public static RowSource Of(string alias, QueryOutput query, IList<Identifier> names)
    {
        var columns = new List<BoundColumn>();
        var source = new RowSource(alias, null, query.Target) { Columns = columns };
        columns.AddRange(query.Columns.Select((column, index) => column with
        {
            Name = index < names.Count ? names[index].Value : column.Name,
            Source = source,
        }));
        return source;
    }

    /// <summary>Columns with these types.</summary>
    public static RowSource Of(string alias, SqlValueKind kind, IEnumerable<(string Name, SqlType? Type)> declared)
    {
        var columns = new List<BoundColumn>();
        var source = new RowSource(alias, null, null) { Columns = columns };
        columns.AddRange(declared.Select(column => new BoundColumn(
            column.Name, new SqlValue(kind, column.Type, $"{alias}.{column.Name}"), source)));
        return source;
    }

    /// <summary>Something that the schema does not have.</summary>
    public static RowSource Unknown(string alias) => new(alias, null, null);

    /// <summary>The column of this name; null where there is none.</summary>
    public BoundColumn? Find(string name) => Columns?.FirstOrDefault(column => column.Name.IsSame(name));
}
