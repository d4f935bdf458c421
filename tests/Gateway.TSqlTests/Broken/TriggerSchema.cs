using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Broken;

/// <summary>The schema as it is shipped, with a trigger as later scripts will have.</summary>
public sealed class TriggerSchema : IDisposable
{
    private const string Trigger =
        "CREATE TRIGGER fine_moves ON dbo.fine AFTER UPDATE AS BEGIN SET NOCOUNT ON; END";

    internal Proof Proof { get; } = new(SchemaFold.Of([.. Catalog.Scripts.Values, Trigger]));

    public void Dispose() => Proof.Dispose();
}
