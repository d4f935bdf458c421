namespace Gateway.IntegrationTests.Laws;

/// <summary>Steps that are taken one after the other, or by several callers at once.</summary>
internal sealed record LawHistory(LawStep[] Steps)
{
    /// <inheritdoc/>
    public override string ToString() => Steps.Length == 0
        ? "no steps"
        : string.Concat(Steps.Select((step, i) => $"\n  {i + 1,2}. {step}"));
}
