using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>mentions</c> and <c>opens-with</c>: an affirmed mention of a term, or of what the term covers.</summary>
internal sealed class OnWords : Operator
{
    private readonly Func<Interpreter, string, string, bool> _decide;

    private OnWords(string name, string summary, Func<Interpreter, string, string, bool> decide)
    {
        Name = name;
        Summary = summary;
        _decide = decide;
    }

    public static OnWords Mentions { get; } = new(
        "mentions",
        "holds an affirmed mention of a term, of an axis, of one of a list of them, or of what they cover",
        (interpreter, text, term) => interpreter.Mentions(text, term));

    public static OnWords OpensWith { get; } = new(
        "opens-with",
        "begins, articles aside, with an affirmed mention of a term",
        (interpreter, text, term) => interpreter.OpensWith(text, term));

    public override string Name { get; }

    public override string Summary { get; }

    public override string Takes => "text";

    public override bool Accepts(FieldType subject) => !subject.IsList && subject.Scalar == ScalarType.Text;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load)
    {
        if (argument is YamlScalar reference && reference.Text.StartsWith('$'))
        {
            return load.Reference(reference, reference.Text[1..]) is { } field
                ? new Mentioned(_decide, load.Interpreter, [], new Expression.OfField(field))
                : null;
        }

        return load.Terms(argument) is { } terms ? new Mentioned(_decide, load.Interpreter, terms, null) : null;
    }

    private sealed class Mentioned(
        Func<Interpreter, string, string, bool> decide, Interpreter interpreter, IReadOnlyList<string> terms, Expression? named) : Matcher
    {
        public override IEnumerable<Expression> Arguments => named is null ? [] : [named];

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings)
        {
            if (subject is not Value.Text { Written: var text })
                return Verdict.False;
            var wanted = named?.Evaluate(bindings);
            if (wanted is not null && Comparison.ReasonUnknown(wanted) is { } reason)
                return Verdict.Unknown(reason);
            var names = wanted switch
            {
                null => terms,
                Value.List list => list.Items.OfType<Value.Text>().Select(item => item.Written),
                Value.Text one => [one.Written],
                _ => [],
            };

            // What another fact names may be a word that no axis has; then nothing mentions it.
            return Verdict.Of(names.Where(interpreter.Vocabulary.Knows).Any(term => decide(interpreter, text, term)));
        }
    }
}
