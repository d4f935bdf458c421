namespace Gateway.Data;

/// <summary>What a failure on SQL Server means for the transaction that met it.</summary>
internal enum SqlServerFault
{
    /// <summary>A fault of the statement or of the program; it goes on as it is.</summary>
    Program,

    /// <summary>A unique index refused a row: another call was faster. Run again, and the reads tell why.</summary>
    Duplicate,

    /// <summary>The server rolled the transaction back for the sake of others; run again on a fresh connection.</summary>
    Conflict,

    /// <summary>The server is away, too slow, full or read-only, or does not let the gateway in.</summary>
    Unavailable,
}
