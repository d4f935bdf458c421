namespace Gateway.TSqlTests.Rules;

/// <summary>What is wrong with a statement.</summary>
/// <param name="Statement">Its name.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record Problem(string Statement, string Rule, string Text)
{
    /// <summary>All three.</summary>
    public override string ToString() => $"{Statement}: {Rule}: {Text}";
}
