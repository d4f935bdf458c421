using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rights;

/// <summary>What the scripts grant.</summary>
internal static class GrantedRights
{
    /// <summary>Rights of a role, as <see cref="NeededRights"/> writes them; UPDATE by column.</summary>
    public static IEnumerable<string> Of(SchemaFold schema, string role) =>
        from grant in schema.Grants
        where grant.Principals.Any(principal => principal.Identifier?.Value.IsSame(role) == true)
        from permission in grant.Permissions
        from right in Rights(grant, permission, schema)
        select right;

    private static IEnumerable<string> Rights(GrantStatement grant, Permission permission, SchemaFold schema)
    {
        var name = string.Join(' ', permission.Identifiers.Select(word => word.Value.ToUpperInvariant()));
        var table = grant.SecurityTargetObject?.ObjectName.MultiPartIdentifier.Last() ?? "everything";
        var columns = (grant.SecurityTargetObject?.Columns ?? []).Concat(permission.Columns)
            .Select(column => column.Value)
            .ToList();
        if (columns.Count == 0 && name == "UPDATE" && schema.Tables().TryGetValue(table, out var known))
            columns = [.. known.Columns.Select(column => column.Name)];
        var option = grant.WithGrantOption ? " with grant option" : "";
        return columns.Count == 0
            ? [$"{name} {table}{option}"]
            : columns.Select(column => $"{name} {table} ({column}){option}");
    }
}
