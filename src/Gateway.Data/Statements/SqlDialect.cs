namespace Gateway.Data;

/// <summary>The SQL that a database speaks; also the name of its folders of statements and scripts.</summary>
internal enum SqlDialect
{
    /// <summary>SQLite, the embedded default.</summary>
    Sqlite,

    /// <summary>Transact-SQL, of SQL Server 2019 and later.</summary>
    SqlServer,
}
