using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Model;

/// <summary>A rule as loaded: its head, its logic and its tests.</summary>
public sealed class Rule
{
    internal Rule(RuleDescription description, Scope scope, RuleLogic logic, YamlSource source, YamlNode? tests)
    {
        Description = description;
        Scope = scope;
        Logic = logic;
        Source = source;
        Tests = tests;
    }

    /// <summary>What a report may say of it.</summary>
    public RuleDescription Description { get; }

    /// <summary>The permanent id.</summary>
    public string Id => Description.Id;

    /// <summary>The defect that it finds.</summary>
    public string Name => Description.Name;

    /// <summary>The unit that it is judged on, computed from its facts.</summary>
    public Scope Scope { get; }

    /// <summary>The file that it was written in.</summary>
    public YamlSource Source { get; }

    internal RuleLogic Logic { get; }

    /// <summary>The tests as written; null where it has none. They are read only when asked for.</summary>
    internal YamlNode? Tests { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Id} {Name}";
}
