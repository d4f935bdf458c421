using Xunit;

namespace Gateway.Testing.Tools;

/// <summary>
/// A test that needs outside programs. Where one is missing the test is a skip that says how to get it.
/// </summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal)
    {
        ["openssl"] = "apt-get install openssl",
        ["node"] = "apt-get install nodejs npm",
        ["npm"] = "apt-get install npm",
        ["sqlite3"] = "apt-get install sqlite3",
        ["/usr/sbin/bearerbox"] = "apt-get install kannel",
        ["/usr/sbin/smsbox"] = "apt-get install kannel",
        ["/usr/lib/kannel/test/fakesmsc"] = "apt-get install kannel-extras",
    };

    public ToolFactAttribute(params string[] tools)
    {
        var missing = tools.Where(tool => Tool.Find(tool) is null).ToList();
        if (missing.Count > 0)
            Skip = string.Join("; ", missing.Select(tool => $"{tool} is not installed: {Sources[tool]}"));
    }
}
