using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Vocabularies;

/// <summary>Reads one file of <c>rules/terms</c>.</summary>
internal sealed class AxisLoader(YamlSource source, NameRegister names, Diagnostics diagnostics)
{
    private readonly Dictionary<string, string> _wordings = new(StringComparer.Ordinal);

    /// <summary>The axis; null where the file has none.</summary>
    public Axis? Load()
    {
        if (MappingReader.Of(YamlTreeReader.Read(source, diagnostics), "axis", diagnostics) is not { } reader)
            return null;
        var name = reader.RequiredText("axis");
        var taken = reader.Node("axis") is { } node && names.Take(node, name, "axis");
        if (taken && name != source.Name)
            diagnostics.Add(reader.Node("axis")!, $"the file of axis '{name}' is named {name}.yaml");
        var terms = Terms(reader);
        var axis = new Axis
        {
            Name = name,
            Billing = reader.YesNo("billing") ?? false,
            Terms = terms,
            Ignore = Wordings(reader, "ignore", "what is ignored"),
        };
        reader.Done();
        return taken ? axis : null;
    }

    private ImmutableArray<Term> Terms(MappingReader reader)
    {
        if (reader.Map("terms", "list of terms") is not { } list)
        {
            if (reader.Node("terms") is null)
                reader.Missing("terms");
            return [];
        }

        var known = list.Mapping.Entries.Select(entry => entry.Key.Text).ToImmutableArray();
        var terms = list.Mapping.Entries.Select(entry => Term(entry, known)).OfType<Term>().ToList();
        // A term whose own name is at fault is left out, and so it cannot be covered.
        return [.. terms.Select(term => term with { Covers = [.. term.Covers.Where(covered => terms.Exists(other => other.Name == covered))] })];
    }

    private Term? Term(YamlEntry entry, ImmutableArray<string> known)
    {
        if (!names.Take(entry.Key, entry.Key.Text, "term") || MappingReader.Of(entry.Value, "term", diagnostics) is not { } reader)
            return null;
        var term = new Term
        {
            Name = entry.Key.Text,
            Phrases = Wordings(reader, "phrases", entry.Key.Text),
            Nouns = Wordings(reader, "nouns", entry.Key.Text),
            Verbs = Wordings(reader, "verbs", entry.Key.Text),
            Covers = Covers(reader, entry.Key.Text, known),
        };
        reader.Done();
        if (term is { Phrases: [], Nouns: [], Verbs: [], Covers: [] })
            diagnostics.Add(entry.Key, $"the term '{term.Name}' has no words and covers nothing");
        return term;
    }

    private ImmutableArray<string> Covers(MappingReader reader, string term, ImmutableArray<string> known)
    {
        var covers = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in reader.Scalars("covers"))
        {
            if (scalar.Text == term)
                diagnostics.Add(scalar, $"the term '{term}' covers itself");
            else if (!known.Contains(scalar.Text))
                diagnostics.Unknown(scalar, "term of this axis", scalar.Text, known);
            else
                covers.Add(scalar.Text);
        }

        return covers.ToImmutable();
    }

    private ImmutableArray<string> Wordings(MappingReader reader, string key, string of)
    {
        var wordings = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in reader.Scalars(key))
        {
            var normal = scalar.Text.ToLowerInvariant();

            // What was packed was found sound before, and taking wordings apart is most of the reading.
            if (!source.IsPacked && TermPattern.Fault(scalar.Text) is { } fault)
                diagnostics.Add(scalar, $"the wording '{scalar.Text}' {fault}");
            else if (!_wordings.TryAdd(normal, of))
                diagnostics.Add(scalar, $"the wording '{scalar.Text}' stands for {_wordings[normal]} already");
            else
                wordings.Add(scalar.Text);
        }

        return wordings.ToImmutable();
    }
}
