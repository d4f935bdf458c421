using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Binding;

/// <summary>Where a value comes from: decides how exactly its type is known.</summary>
internal enum SqlValueKind
{
    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A column that OPENJSON declares.</summary>
    Json,

    /// <summary>A parameter or variable.</summary>
    Parameter,

    /// <summary>What a CAST or CONVERT makes.</summary>
    Cast,

    /// <summary>Written down in the statement.</summary>
    Literal,

    /// <summary>Computed by a function, an operator or an aggregate.</summary>
    Computed,
}

/// <summary>A value in a statement, with its type where that is known.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Type">Its type; null for NULL and where no rule needs it.</param>
/// <param name="Text">How the statement writes it.</param>
/// <param name="Literal">The literal, where it is one.</param>
/// <param name="Collation">Collation of a text column; null for the database's own and for all else.</param>
internal sealed record SqlValue(
    SqlValueKind Kind, SqlType? Type, string Text, Literal? Literal = null, string? Collation = null)
{
    /// <summary>Whether its type was declared, so that it has to be the one of the column it meets.</summary>
    public bool IsDeclared => Kind is not (SqlValueKind.Literal or SqlValueKind.Computed);

    /// <summary>Its text and its type.</summary>
    public override string ToString() => Type is null ? Text : $"{Text} {Type}";
}
