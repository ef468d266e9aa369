using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads values, arguments and matchers where certain names are bound.</summary>
/// <param name="context">What rules may name, and where faults go.</param>
/// <param name="names">The bound names with their kinds.</param>
internal sealed class ValueLoader(LoadContext context, IReadOnlyDictionary<string, FactKind> names)
{
    public Diagnostics Diagnostics => context.Diagnostics;

    public IReadOnlyDictionary<string, FactKind> Names => names;

    /// <summary>Finds terms in text.</summary>
    public Interpreter Interpreter => context.Library.Interpreter;

    /// <summary>Reads whatever may stand behind a field: a value, a list of values, or a map of operators.</summary>
    public Matcher? Matcher(YamlNode node, FieldType subject)
    {
        switch (node)
        {
            case YamlMapping { Entries.IsEmpty: true }:
                Diagnostics.Add(node, "a matcher names at least one operator");
                return null;
            case YamlMapping operators:
                var parts = operators.Entries.Select(entry => Operator(entry, subject)).ToList();
                return parts.Contains(null) ? null : parts is [var only] ? only : new AllOf([.. parts.OfType<Matcher>()]);
            case YamlSequence list when !subject.IsList:
                return OneOf(list, subject);
            case YamlScalar { IsNull: true }:
                Diagnostics.Add(node, "a value is missing; to ask for absence write { present: no }");
                return null;
            case YamlScalar when !subject.IsList:
                return Expression(node, subject) is { } value ? new EqualTo(value) : null;
            case YamlScalar scalar when scalar.Text.StartsWith('$'):
                return Expression(node, subject) is { } whole ? new EqualTo(whole) : null;
            default:
                Diagnostics.Add(node, $"a {subject.Describe()} is tested with some, none, every or includes, not with {node.Shape}");
                return null;
        }
    }

    /// <summary>Reads a list of values of which one must be equal.</summary>
    public Matcher? OneOf(YamlSequence list, FieldType subject)
    {
        if (list.Items.IsEmpty)
            Diagnostics.Add(list, "the list is empty, so nothing is in it");
        var values = list.Items.Select(item => Expression(item, subject)).ToList();
        return values.Contains(null) || values.Count == 0 ? null : new OneOf([.. values.OfType<Expression>()]);
    }

    /// <summary>Reads a value of a type; null, with a diagnostic, where it is none.</summary>
    public Expression? Expression(YamlNode node, FieldType expected)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            Diagnostics.Add(node, $"a {expected.Describe()} is a single value, not {node.Shape}");
            return null;
        }

        var expression = new ExpressionParser(scalar, expected, this).Parse();
        if (expression is null || expected.IsComparableTo(expression.Type))
            return expression;
        Diagnostics.Add(scalar, $"a {expected.Describe()} is needed here; this gives a {expression.Type.Describe()}");
        return null;
    }

    /// <summary>Reads <c>name.field</c>; null, with a diagnostic, where either is unknown.</summary>
    public FieldReference? Reference(YamlNode node, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? path : path[..dot];
        if (!names.TryGetValue(name, out var kind))
        {
            Diagnostics.Unknown(node, "name", name, names.Keys);
            return null;
        }

        if (dot < 0)
        {
            Diagnostics.Add(node, $"'{name}' is a fact; name one of its fields, as in {name}.{kind.AllFields.FirstOrDefault()?.Name}");
            return null;
        }

        return Field(node, kind, path[(dot + 1)..]) is { } field ? new FieldReference(name, field) : null;
    }

    /// <summary>Finds a field of a kind; null, with a diagnostic, where it has none of that name.</summary>
    public Field? Field(YamlNode node, FactKind kind, string name)
    {
        if (kind.Find(name) is { } field)
            return field;
        Diagnostics.Add(
            node, $"a {kind.Name} has no field '{name}'", Spelling.Nearest(name, kind.AllFields.Select(known => known.Name)));
        return null;
    }

    public Parameter? Parameter(YamlNode node, string name)
    {
        if (PolicyParameters.Find(name) is { } parameter)
            return parameter;
        Diagnostics.Unknown(node, "parameter", name, PolicyParameters.All.Select(known => known.Name));
        return null;
    }

    public CodeSet? CodeSet(YamlScalar name)
    {
        context.Uses.Add(name.Text);
        if (context.Library.CodeSets.TryGetValue(name.Text, out var set))
            return set;
        Diagnostics.Unknown(name, "code set", name.Text, context.Library.CodeSets.Keys);
        return null;
    }

    /// <summary>Whether a name is a term or an axis; otherwise says so.</summary>
    public bool IsTerm(YamlNode node, string name)
    {
        context.Uses.Add(name);
        var vocabulary = Interpreter.Vocabulary;
        if (vocabulary.Knows(name))
            return true;
        Diagnostics.Unknown(
            node, "term", name, vocabulary.Axes.Select(axis => axis.Name).Concat(vocabulary.Axes.SelectMany(axis => axis.Terms).Select(term => term.Name)));
        return false;
    }

    public bool? YesNo(YamlNode node)
    {
        if (node is YamlScalar { Text: "yes" or "true" or "no" or "false" } scalar)
            return scalar.Text is "yes" or "true";
        Diagnostics.Add(node, $"yes or no is needed here, not {node.Shape}");
        return null;
    }

    /// <summary>Reads one text or a list of them.</summary>
    public ImmutableArray<string>? Texts(YamlNode node)
    {
        ImmutableArray<YamlNode> items = node is YamlSequence list ? list.Items : [node];
        foreach (var item in items.Where(item => item is not YamlScalar { IsNull: false }))
        {
            Diagnostics.Add(item, $"a text is needed here, not {item.Shape}");
            return null;
        }

        return [.. items.OfType<YamlScalar>().Select(scalar => scalar.Text)];
    }

    private Matcher? Operator(YamlEntry entry, FieldType subject)
    {
        if (AllOperators.Find(entry.Key.Text) is not { } found)
        {
            Diagnostics.Unknown(entry.Key, "operator", entry.Key.Text, AllOperators.InOrder.Select(known => known.Name));
            return null;
        }

        if (found.Accepts(subject))
            return found.Load(entry.Value, subject, this);
        Diagnostics.Add(entry.Key, $"'{found.Name}' takes {found.Takes}; this field is a {subject.Describe()}");
        return null;
    }
}
