using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Model;

/// <summary>A closed tree of conditions, judged in Kleene's logic.</summary>
internal abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>The tests in it, at any depth.</summary>
    public abstract IEnumerable<Is> Tests { get; }

    /// <summary>Every bound name with a field that it reads.</summary>
    public IEnumerable<FieldReference> Reads => Tests.SelectMany(test => test.Matcher.Arguments.SelectMany(argument => argument.Reads).Prepend(new FieldReference(test.Name, test.Field)));

    /// <summary>Whether a parameter of the payer profile decides it.</summary>
    public bool ReadsPolicy => Tests.Any(test => test.Matcher.ReadsPolicy);

    /// <summary>Whether it reads nothing but some names, and of them nothing that changes while rules are judged: whose profile counts, what is denied.</summary>
    public bool IsFixedBy(params ReadOnlySpan<string> names)
    {
        if (ReadsPolicy)
            return false;
        foreach (var read in Reads)
        {
            if (read.Field == LineKinds.Denied || !names.Contains(read.Name))
                return false;
        }

        return true;
    }

    internal sealed record All(ImmutableArray<Condition> Parts) : Condition
    {
        public override IEnumerable<Is> Tests => Parts.SelectMany(part => part.Tests);
    }

    internal sealed record Any(ImmutableArray<Condition> Parts) : Condition
    {
        public override IEnumerable<Is> Tests => Parts.SelectMany(part => part.Tests);
    }

    internal sealed record Not(Condition Part) : Condition
    {
        public override IEnumerable<Is> Tests => Part.Tests;
    }

    /// <summary>A field of a bound name against a matcher; false where the name is not bound.</summary>
    /// <param name="Name">The bound name.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Matcher">The test.</param>
    /// <param name="Words">The test as the rule writes it, for explanations.</param>
    internal sealed record Is(string Name, Field Field, Matcher Matcher, string Words) : Condition
    {
        /// <summary>Where it is written.</summary>
        public required YamlScalar Written { get; init; }

        public override IEnumerable<Is> Tests => [this];
    }
}
