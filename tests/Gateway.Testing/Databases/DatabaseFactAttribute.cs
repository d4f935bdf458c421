using Xunit;
using Xunit.Sdk;

namespace Gateway.Testing.Databases;

/// <summary>A test of a class that is there once for each dialect.</summary>
[XunitTestCaseDiscoverer("Gateway.Testing.Databases.DatabaseFactDiscoverer", "Gateway.Testing")]
internal sealed class DatabaseFactAttribute : FactAttribute;

/// <summary>As <see cref="DatabaseFactAttribute"/>, with data.</summary>
[XunitTestCaseDiscoverer("Gateway.Testing.Databases.DatabaseTheoryDiscoverer", "Gateway.Testing")]
internal sealed class DatabaseTheoryAttribute : TheoryAttribute;
