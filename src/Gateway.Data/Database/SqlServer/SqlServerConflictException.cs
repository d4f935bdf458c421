namespace Gateway.Data;

/// <summary>The transaction left nothing and may be run again.</summary>
internal sealed class SqlServerConflictException(Exception cause) : Exception(cause.Message, cause);
