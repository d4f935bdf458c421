using System.Text;

namespace Gateway.IntegrationTests.Readme;

/// <summary>Splits a command line as a shell does: at spaces, but not between double quotes.</summary>
internal static class CommandLine
{
    /// <summary>The words.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        foreach (var c in line + " ")
        {
            if (c == '"')
                quoted = !quoted;
            else if (c != ' ' || quoted)
                word.Append(c);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}
