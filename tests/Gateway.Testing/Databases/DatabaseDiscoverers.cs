using Xunit.Abstractions;
using Xunit.Sdk;

namespace Gateway.Testing.Databases;

/// <summary>Finds the test cases of a <see cref="DatabaseFactAttribute"/>.</summary>
internal sealed class DatabaseFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        MissingServerTestCase.IsFor(testMethod)
            ? new MissingServerTestCase(DiagnosticMessageSink, discoveryOptions, testMethod)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

/// <summary>Finds the test cases of a <see cref="DatabaseTheoryAttribute"/>.</summary>
internal sealed class DatabaseTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        MissingServerTestCase.IsFor(testMethod)
            ? [new MissingServerTestCase(DiagnosticMessageSink, discoveryOptions, testMethod)]
            : base.Discover(discoveryOptions, testMethod, factAttribute);
}

/// <summary>A test that would need a server that is not there.</summary>
internal sealed class MissingServerTestCase : XunitTestCase
{
    /// <summary>For the test runner, which sends test cases from process to process.</summary>
#pragma warning disable CS0618 // The runner asks for exactly this constructor.
    public MissingServerTestCase()
    {
    }
#pragma warning restore CS0618

    public MissingServerTestCase(
        IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method)
        : base(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
    {
    }

    /// <summary>Whether a test needs a server that is not there.</summary>
    public static bool IsFor(ITestMethod method) =>
        SqlServerUnderTest.SkipReason is not null
        && method.TestClass.Class.GetCustomAttributes(typeof(OnSqlServerAttribute)).Any();

    /// <inheritdoc/>
    protected override string GetSkipReason(IAttributeInfo factAttribute) => SqlServerUnderTest.SkipReason!;
}
