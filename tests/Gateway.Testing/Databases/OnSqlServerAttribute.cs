namespace Gateway.Testing.Databases;

/// <summary>
/// Marks a class whose <see cref="DatabaseFactAttribute"/>s and <see cref="DatabaseTheoryAttribute"/>s run on SQL Server;
/// without a server each is a skip that says how to run it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnSqlServerAttribute : Attribute;
