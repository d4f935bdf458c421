using System.Globalization;
using System.Text;

namespace Gateway.Testing.Histories;

/// <summary>What is wrong with a history. Immutable.</summary>
/// <param name="Law">What does not hold.</param>
/// <param name="Fines">The fines concerned.</param>
/// <param name="Before">How they stood before the operations; empty where that does not matter.</param>
/// <param name="Operations">Operations that cannot all have been answered so, whatever the others did.</param>
internal sealed record HistoryFault(
    string Law, IReadOnlyList<string> Fines, IReadOnlyList<string> Before, IReadOnlyList<FineOperation> Operations)
{
    /// <summary>The fault for people, on several lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"fine {string.Join(", ", Fines)}: {Law}");
        foreach (var line in Before)
            text.Append("\n  at first ").Append(line);
        foreach (var operation in Operations)
            text.Append("\n  ").Append(operation);
        return text.ToString();
    }
}
