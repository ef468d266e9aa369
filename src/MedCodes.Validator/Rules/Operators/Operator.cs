using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary>A word of the language that tests one value: its name, the types it takes and how its argument is read.</summary>
internal abstract class Operator
{
    public abstract string Name { get; }

    /// <summary>What it says of a value, for the reference page.</summary>
    public abstract string Summary { get; }

    /// <summary>The types it takes, in words.</summary>
    public abstract string Takes { get; }

    public abstract bool Accepts(FieldType subject);

    /// <summary>Reads the argument; null, with a diagnostic, where it does not fit.</summary>
    public abstract Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load);
}
