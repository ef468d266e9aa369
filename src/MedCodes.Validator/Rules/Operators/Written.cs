using System.Text.RegularExpressions;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>starts-with</c>: the value begins with one of the texts.</summary>
internal sealed class StartsWith : Operator
{
    public override string Name => "starts-with";

    public override string Summary => "begins with the text, or with one of a list of texts";

    public override string Takes => "text, names and codes";

    public override bool Accepts(FieldType subject) => !subject.IsList && subject.IsWritten;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load) =>
        load.Texts(argument) is { } beginnings ? new Begins(beginnings) : null;

    private sealed class Begins(IReadOnlyList<string> beginnings) : Matcher
    {
        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) => Verdict.Of(
            subject is Value.Text { Written: var text } && beginnings.Any(start => text.StartsWith(start, StringComparison.Ordinal)));
    }
}

/// <summary><c>matches</c>: the whole value has the shape of a pattern.</summary>
internal sealed class Matches : Operator
{
    public override string Name => "matches";

    public override string Summary => "has, as a whole, the shape of a regular expression (no backtracking, so no pattern can hang)";

    public override string Takes => "text, names and codes";

    public override bool Accepts(FieldType subject) => !subject.IsList && subject.IsWritten;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load)
    {
        if (load.Texts(argument) is not [var pattern])
            return null;
        try
        {
            // Read alone, so that what is wrong with it is said of what was written.
            if (!load.IsSound)
                _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return new HasShape(pattern);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            load.Diagnostics.Add(argument, $"this is no pattern that can be used: {fault.Message.TrimEnd('.')}");
            return null;
        }
    }

    private sealed class HasShape(string pattern) : Matcher
    {
        // Working out such a pattern takes longer than reading a rule, so it waits for the first value.
        private readonly Lazy<Regex> _whole = new(() => new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) =>
            Verdict.Of(subject is Value.Text { Written: var text } && _whole.Value.IsMatch(text));
    }
}

/// <summary><c>length</c>: the number of code points.</summary>
internal sealed class LengthOf : Operator
{
    public override string Name => "length";

    public override string Summary => "the number of its characters (code points) meets the matcher behind it";

    public override string Takes => "text, names and codes";

    public override bool Accepts(FieldType subject) => !subject.IsList && subject.IsWritten;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load) =>
        load.Matcher(argument, FieldType.Number) is { } inner ? new HasLength(inner) : null;

    private sealed class HasLength(Matcher inner) : Matcher
    {
        public override IEnumerable<Expression> Arguments => inner.Arguments;

        public override IEnumerable<CodeSet> DatedSets => inner.DatedSets;

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) =>
            subject is Value.Text { Written: var text }
                ? inner.Judge(Value.Of((decimal)text.EnumerateRunes().Count()), owner, bindings)
                : Verdict.False;
    }
}
