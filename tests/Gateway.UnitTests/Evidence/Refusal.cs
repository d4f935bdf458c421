using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

/// <summary>Asserts which check refuses.</summary>
internal static class Refusal
{
    internal static EvidenceException Of(EvidenceCheck check, Action action)
    {
        var refused = Assert.Throws<EvidenceException>(action);
        Assert.Equal(check, refused.Check);
        return refused;
    }
}
