using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>
/// A statement reads or changes rows of this database and takes locks: no MERGE, no SQL that is put together, nothing
/// of the server as a whole or of another database.
/// </summary>
internal sealed class AllowedStatements : IRule
{
    private static readonly string[] Procedures = ["sp_getapplock", "sp_releaseapplock"];
    private static readonly string[] Views = ["sys.databases", "sys.tables"];
    private static readonly string[] Globals = ["@@ROWCOUNT", "@@TRANCOUNT"];

    public string Name => "allowed statements";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        var uses = new Uses();
        statement.Script.Accept(uses);
        return uses.Faults;
    }

    private sealed class Uses : TSqlFragmentVisitor
    {
        public List<string> Faults { get; } = [];

        public override void Visit(TSqlStatement node)
        {
            var isAllowed = node is SelectStatement { Into: null } or InsertStatement or UpdateStatement
                or DeleteStatement or DeclareVariableStatement or DeclareTableVariableStatement
                or SetVariableStatement or IfStatement or BeginEndBlockStatement or ThrowStatement
                or ExecuteStatement or SetIdentityInsertStatement or AlterDatabaseSetStatement { UseCurrent: true };
            if (!isAllowed)
                Faults.Add($"{node.GetType().Name.Replace("Statement", "")} is not allowed");
        }

        public override void Visit(ExecuteSpecification node)
        {
            var procedure = (node.ExecutableEntity as ExecutableProcedureReference)?.ProcedureReference;
            var name = procedure?.ProcedureReference?.Name;
            if (name is null || node.LinkedServer is not null || !Procedures.Contains(name.Last()))
                Faults.Add($"EXECUTE of {name?.Last() ?? "text"} is not allowed");
        }

        public override void Visit(SchemaObjectName node)
        {
            var name = string.Join('.', node.Identifiers.Select(part => part.Value));
            if (node.DatabaseIdentifier is not null || node.Last().StartsWith("##", StringComparison.Ordinal))
                Faults.Add($"{name} is outside of this database");
            else if (node.SchemaIdentifier?.Value is "sys" or "INFORMATION_SCHEMA" && !Views.Contains(name))
                Faults.Add($"{name} is not among the catalog views that are allowed");
        }

        public override void Visit(TableReference node)
        {
            if (node is OpenRowsetTableReference or OpenQueryTableReference or AdHocTableReference
                or BulkOpenRowset or InternalOpenRowset or SemanticTableReference or FullTextTableReference)
            {
                Faults.Add($"{node.GetType().Name.Replace("TableReference", "")} is not allowed");
            }
        }

        public override void Visit(GlobalVariableExpression node)
        {
            if (!Globals.Contains(node.Name.ToUpperInvariant()))
                Faults.Add($"{node.Name} is not allowed");
        }
    }
}
