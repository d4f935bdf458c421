namespace Gateway.IntegrationTests.Faults;

/// <summary>When the connection to the database is lost, and what became of the transaction.</summary>
public enum CommitLoss
{
    /// <summary>Before COMMIT was sent: nothing is kept, and the gateway knows.</summary>
    BeforeCommit,

    /// <summary>At COMMIT, which did not take place; the gateway does not know.</summary>
    CommitUndone,

    /// <summary>At COMMIT, which took place; the gateway does not know.</summary>
    CommitDone,
}
