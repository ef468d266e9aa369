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

    /// <summary>Whether the library was found sound before, when it was packed.</summary>
    public bool IsSound => context.Library.IsSound;

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
                Diagnostics.Add(node, $"{subject.DescribeOne()} is tested with some, none, every or includes, not with {node.Shape}");
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
            Diagnostics.Add(node, $"{expected.DescribeOne()} is a single value, not {node.Shape}");
            return null;
        }

        var expression = new ExpressionParser(scalar, expected, this).Parse();
        if (expression is null || expected.IsComparableTo(expression.Type))
            return expression;
        Diagnostics.Add(scalar, $"{expected.DescribeOne()} is needed here; this gives {expression.Type.DescribeOne()}");
        return null;
    }

    /// <summary>Reads <c>name.field</c>; null, with a diagnostic, where either is unknown.</summary>
    public FieldReference? Reference(YamlScalar node, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? path : path[..dot];
        if (!names.TryGetValue(name, out var kind))
        {
            UnknownName(node.Source, PartOf(node, path, 0, name.Length), name);
            return null;
        }

        if (dot < 0)
        {
            Diagnostics.Add(node.Source, node.MarkOf(path), $"'{name}' is a fact; name one of its fields, as in {name}.{kind.AllFields.FirstOrDefault()?.Name}");
            return null;
        }

        if (kind.Find(path[(dot + 1)..]) is { } found)
            return new FieldReference(name, found);
        UnknownField(node.Source, PartOf(node, path, dot + 1, path.Length - dot - 1), kind, path[(dot + 1)..]);
        return null;
    }

    // Where a part of a path stands: looked for only where something is wrong, because it takes the text of the file.
    private static YamlMark PartOf(YamlScalar node, string path, int start, int length)
    {
        var mark = node.MarkOf(path);
        return mark == node.Mark && node.Text != path
            ? mark
            : mark with { Column = mark.Column + start, EndLine = mark.Line, EndColumn = mark.Column + start + length };
    }

    /// <summary>Finds a field of a kind; null, with a diagnostic, where it has none of that name.</summary>
    public Field? Field(YamlScalar node, FactKind kind)
    {
        if (kind.Find(node.Text) is { } field)
            return field;
        UnknownField(node.Source, node.Mark, kind, node.Text);
        return null;
    }

    private void UnknownField(YamlSource source, YamlMark mark, FactKind kind, string name) => Diagnostics.Add(
        source, mark, $"{kind.DescribeOne()} has no field '{name}'", Spelling.Nearest(name, kind.AllFields.Select(known => known.Name)));

    /// <summary>Reports a name that is not bound.</summary>
    public void UnknownName(YamlSource source, YamlMark mark, string name) => context.UnknownName(source, mark, name, names.Keys);

    public Parameter? Parameter(YamlScalar node, string name)
    {
        if (PolicyParameters.Find(name) is { } parameter)
            return parameter;
        Diagnostics.AddAt(node, name, $"unknown parameter '{name}'", Spelling.Nearest(name, PolicyParameters.All.Select(known => known.Name)));
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

    /// <summary>Reads a term or an axis, or a list of them.</summary>
    public ImmutableArray<string>? Terms(YamlNode node)
    {
        if (Texts(node) is not { } names)
            return null;
        var scalars = node is YamlSequence list ? list.Items.OfType<YamlScalar>() : [(YamlScalar)node];
        return scalars.Count(IsTerm) == names.Length ? names : null;
    }

    /// <summary>Whether a name is one that a field can hold; otherwise says so.</summary>
    public bool IsNameOf(FieldType type, YamlScalar scalar, string name)
    {
        if (type.NamesOf == NameSpace.Open)
        {
            if (type.Names.IsEmpty || type.Names.Contains(name))
                return true;
            Diagnostics.AddAt(scalar, name, $"'{name}' is none of {string.Join(", ", type.Names)}", Spelling.Nearest(name, type.Names));
            return false;
        }

        context.Uses.Add(name);
        var known = context.Library.NamesOf(type.NamesOf);
        if (known.Count == 0 || known.Contains(name))
            return true;
        var what = type.NamesOf == NameSpace.PageSchema ? "kind of page" : type.NamesOf.ToString().ToLowerInvariant();
        Diagnostics.AddAt(scalar, name, $"unknown {what} '{name}'", Spelling.Nearest(name, known));
        return false;
    }

    private bool IsTerm(YamlScalar scalar)
    {
        context.Uses.Add(scalar.Text);
        var vocabulary = Interpreter.Vocabulary;
        if (vocabulary.Knows(scalar.Text))
            return true;
        Diagnostics.Unknown(
            scalar, "term", scalar.Text, vocabulary.Axes.Select(axis => axis.Name).Concat(vocabulary.Axes.SelectMany(axis => axis.Terms).Select(term => term.Name)));
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
        Diagnostics.Add(entry.Key, $"'{found.Name}' takes {found.Takes}; this field is {subject.DescribeOne()}");
        return null;
    }
}
