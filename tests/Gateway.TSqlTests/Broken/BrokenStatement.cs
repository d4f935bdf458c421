namespace Gateway.TSqlTests.Broken;

/// <summary>A statement that is wrong in one way.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Rule">The one rule that has to find it.</param>
/// <param name="Words">Words of the message.</param>
/// <param name="Parameters">Its parameters, as a procedure declares them.</param>
public sealed record BrokenStatement(string Sql, string Rule, string Words, string Parameters = "");
