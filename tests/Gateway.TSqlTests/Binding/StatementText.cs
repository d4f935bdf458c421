using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Binding;

/// <summary>A statement as it is sent to the server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sql">Its text.</param>
/// <param name="Parameters">Types of its parameters by name, with the at sign.</param>
internal sealed record StatementText(string Name, string Sql, IReadOnlyDictionary<string, SqlType> Parameters);
