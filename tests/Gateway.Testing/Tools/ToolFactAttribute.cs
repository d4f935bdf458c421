using Xunit;

namespace Gateway.Testing.Tools;

/// <summary>
/// A test that needs outside programs. Where one is missing the test is a skip that says how to get it.
/// </summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools) => Skip = ToolSources.Missing(tools);
}
