using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Vocabularies;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads a library: first what rules may name, then the rules.</summary>
internal static class RuleSetLoader
{
    public static RuleSet Load(IEnumerable<YamlSource> files, Diagnostics diagnostics)
    {
        var all = files.ToList();
        var sources = all.ToLookup(FolderOf, StringComparer.Ordinal);
        var byFolder = Read(sources, diagnostics).ToLookup(file => file.Folder, file => file.Node, StringComparer.Ordinal);
        var interpreter = new Interpreter(VocabularyLoader.Load(sources["terms"], sources["pages"], diagnostics));

        var codeSets = new CodeSetLoader(diagnostics);
        foreach (var node in byFolder["code-sets"])
            codeSets.Add(node);
        var tables = byFolder["tables"].Select(new TableLoader(diagnostics).Load).OfType<Table>()
            .ToFrozenDictionary(table => table.Definition.Name, StringComparer.Ordinal);
        var profiles = new ProfileLoader(diagnostics);
        foreach (var node in byFolder["profiles"])
            profiles.Add(node);

        var kinds = Kinds.InOrder.Concat(tables.Values.Select(table => TableKinds.Of(table.Definition)))
            .ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);
        var library = new Library(kinds, tables, codeSets.Resolve(), interpreter)
        {
            IsSound = all.TrueForAll(file => file.IsPacked),
            Words = WordsOf(interpreter.Vocabulary, sources["terms"].Concat(sources["pages"])),
        };
        var written = byFolder["claims"].Concat(byFolder["documents"]).ToList();
        CheckUnique(written, "id", diagnostics);
        CheckUnique(written, "name", diagnostics);
        var rules = written
            .Select(node => RuleLoader.Load(node, library, diagnostics))
            .OfType<Rule>()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var resolved = profiles.Resolve(NamesOf(written));

        // An unreadable rule would be missed by those that name it.
        if (diagnostics.Count == 0 && rules.Any(rule => rule.Logic.ReadsFindings))
        {
            foreach (var unit in StrataOf.Units)
                StrataOf.Order(rules, unit, diagnostics);
        }

        return new RuleSet(rules, library, resolved.IsEmpty ? [DefaultProfile] : resolved);
    }

    // The files are named as what they bring.
    private static Dictionary<string, string> WordsOf(Vocabulary vocabulary, IEnumerable<YamlSource> files)
    {
        var digests = files.ToLookup(file => file.Name, file => file.Digest, StringComparer.Ordinal);
        var names = vocabulary.Axes.SelectMany(axis => axis.Terms.Select(term => (term.Name, File: axis.Name)).Append((axis.Name, File: axis.Name)))
            .Concat(vocabulary.Schemas.SelectMany(schema => schema.Sections.Select(section => (section.Name, File: schema.Name)).Append((schema.Name, File: schema.Name))));
        return names.GroupBy(name => name.Name, name => name.File, StringComparer.Ordinal)
            .ToDictionary(name => name.Key, name => string.Join(' ', name.Distinct(StringComparer.Ordinal).SelectMany(file => digests[file])), StringComparer.Ordinal);
    }

    /// <summary>What applies where a library brings no profiles: nothing is changed and no parameter has a value.</summary>
    private static Profile DefaultProfile { get; } = new()
    {
        Name = "default",
        IsDefault = true,
        Severities = FrozenDictionary<string, Findings.Severity?>.Empty,
        Parameters = FrozenDictionary<string, ImmutableArray<ParameterValue>>.Empty,
    };

    /// <summary>What a profile can speak of: ids and names, those of rules with faults among them, and categories; a name stands for its id.</summary>
    private static Dictionary<string, string> NamesOf(IEnumerable<YamlNode> rules)
    {
        var names = RuleChoices.Categories.ToDictionary(category => category, StringComparer.Ordinal);
        foreach (var rule in rules.OfType<YamlMapping>())
        {
            var id = rule["id"] as YamlScalar;
            foreach (var named in new[] { id, rule["name"] as YamlScalar }.OfType<YamlScalar>())
                names.TryAdd(named.Text, (id ?? named).Text);
        }

        return names;
    }

    private static string FolderOf(YamlSource file) => file.Path.Split('/')[0];

    // Axes and pages read their files themselves.
    private static IEnumerable<(string Folder, YamlNode Node)> Read(ILookup<string, YamlSource> sources, Diagnostics diagnostics)
    {
        foreach (var folder in sources)
        {
            foreach (var file in folder)
            {
                if (!RuleSet.Folders.Contains(folder.Key))
                    diagnostics.Add(file, new YamlMark(1, 1, 1, 1), $"files of a library stand in the folders {string.Join(", ", RuleSet.Folders)}", Spelling.Nearest(folder.Key, RuleSet.Folders));
                else if (folder.Key is not ("terms" or "pages") && YamlTreeReader.Read(file, diagnostics) is { } node)
                    yield return (folder.Key, node);
            }
        }
    }

    // By what is written, so that a rule with another fault is held against the rest too.
    private static void CheckUnique(IEnumerable<YamlNode> rules, string key, Diagnostics diagnostics)
    {
        var first = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        foreach (var written in rules.OfType<YamlMapping>().Select(rule => rule[key]).OfType<YamlScalar>().Where(scalar => !scalar.IsNull))
        {
            if (!first.TryAdd(written.Text, written))
                diagnostics.Add(written, $"the {key} {written.Text} belongs to the rule in {first[written.Text].Source.Path} already");
        }
    }
}
