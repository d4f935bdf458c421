using Gateway.TSqlTests.Binding;

namespace Gateway.TSqlTests.Rules;

/// <summary>Something that a statement has to keep to, beyond what the parser and DacFx see.</summary>
internal interface IRule
{
    /// <summary>What the rule is called in a problem.</summary>
    string Name { get; }

    /// <summary>What is wrong with a statement; nothing where it keeps to the rule.</summary>
    IEnumerable<string> Check(BoundStatement statement);
}
