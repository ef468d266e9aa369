using System.Collections.Immutable;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.RuleTests.Shorthand;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests;

/// <summary>Reads what a test is run on.</summary>
internal sealed class CaseShorthand(RuleSet rules, Diagnostics diagnostics)
{
    private const string DefaultFile = "claims.837";

    /// <summary>The pages of <c>page</c> and <c>pages</c>.</summary>
    public ImmutableArray<SourceFile> Pages(ShorthandReader test)
    {
        var schemas = rules.Library.Interpreter.Vocabulary.Schemas;
        ImmutableArray<ShorthandReader> pages = [.. test.Maps("page", "page"), .. test.Maps("pages", "page")];
        if (!pages.IsEmpty && schemas.IsEmpty)
        {
            diagnostics.Add(pages[0].Mapping, "a page needs a schema under 'pages', and there is none");
            return [];
        }

        return [.. pages.Select((page, index) => PageShorthand.Write(page, schemas[0], index + 1))];
    }

    /// <summary>
    /// The claims of <c>claims</c> in their files; without it the test itself is a claim. A test that is about pages or faults has none.
    /// </summary>
    public ImmutableArray<LoadedFile> Claims(ShorthandReader test)
    {
        var faults = test.Maps("faults", "fault").ToImmutableArray();
        ImmutableArray<ShorthandReader> claims = test.Has("claims") ? [.. test.Maps("claims", "claim")]
            : test.Has("page") || test.Has("pages") || test.Has("faults") ? []
            : [test];
        var files = Files(claims, isTest: claims is [var only] && only == test);
        if (!test.Has("faults"))
            return files;
        var file = files.IsEmpty ? SourceFile.FromBytes(DefaultFile, ReadOnlyMemory<byte>.Empty) : files[0].File;
        var batches = files.IsEmpty ? [] : files[0].Batches;
        return [new LoadedFile(file, batches, [], [.. faults.Select(fault => FaultOf(fault, file))]), .. files.Skip(1)];
    }

    /// <summary>The claims of <c>history</c>; null without.</summary>
    public LoadedHistory? History(ShorthandReader test)
    {
        if (test.Node("history") is not { } node || ShorthandReader.Of(node, "history", diagnostics) is not { } history)
            return null;
        var covers = history.Texts("covers", []);
        var days = covers.Select(text => LiteralValue.Parse(text, FieldType.Date)).OfType<Rules.Values.Value.Date>().ToList();
        var files = Files([.. history.Maps("claims", "claim")], isTest: false);
        history.Done();
        if (days is [var from, var through] && from.Day <= through.Day)
            return new LoadedHistory(files.IsEmpty ? new LoadedFile(SourceFile.FromBytes("history.837", ReadOnlyMemory<byte>.Empty), [], [], []) : files[0], from.Day);
        diagnostics.Add(node, "history covers two days, the first one first: covers: [2023-08-15, 2024-08-14]");
        return null;
    }

    /// <summary>The parameters of <c>policy</c>.</summary>
    public Dictionary<string, ImmutableArray<ParameterValue>> Policy(ShorthandReader test)
    {
        var all = new Dictionary<string, ImmutableArray<ParameterValue>>(StringComparer.Ordinal);
        foreach (var entry in test.Entries("policy", "policy"))
        {
            if (PolicyParameters.Find(entry.Key.Text) is not { } parameter)
                diagnostics.Unknown(entry.Key, "parameter", entry.Key.Text, PolicyParameters.All.Select(known => known.Name));
            else if (entry.Value is YamlScalar { IsNull: true })
                all[parameter.Name] = [];
            else if (entry.Value is YamlScalar written && (parameter.Type.Names.IsEmpty || parameter.Type.Names.Contains(written.Text)) && LiteralValue.Parse(written.Text, parameter.Type) is { } value)
                all[parameter.Name] = [new ParameterValue(value, null, null, null)];
            else
                diagnostics.Add(entry.Value, $"{parameter.Name} is a {parameter.Type.Describe()}, not {entry.Value.Shape}");
        }

        return all;
    }

    /// <summary>The tables that <c>tables</c> changes: its rows stand in place of those with the same key.</summary>
    public Dictionary<string, Table> Tables(ShorthandReader test)
    {
        var all = new Dictionary<string, Table>(StringComparer.Ordinal);
        foreach (var entry in test.Entries("tables", "tables"))
        {
            if (!rules.Tables.TryGetValue(entry.Key.Text, out var table))
                diagnostics.Unknown(entry.Key, "table", entry.Key.Text, rules.Tables.Keys);
            else
                all[entry.Key.Text] = table.With(new TableLoader(diagnostics).ReadRows(entry.Value, table.Definition));
        }

        return all;
    }

    private ImmutableArray<LoadedFile> Files(ImmutableArray<ShorthandReader> claims, bool isTest)
    {
        var builders = new List<(string Path, ClaimBatchBuilder Builder)>();
        for (var i = 0; i < claims.Length; i++)
        {
            var path = claims[i].Text("file", DefaultFile) ?? DefaultFile;
            var input = ClaimShorthand.Read(claims[i], i + 1, diagnostics);
            if (!isTest)
                claims[i].Done();
            if (!builders.Exists(file => file.Path == path))
                builders.Add((path, new ClaimBatchBuilder()));
            try
            {
                builders.Find(file => file.Path == path).Builder.Add(input);
            }
            catch (ArgumentException error)
            {
                diagnostics.Add(claims[i].Mapping, error.Message.TrimEnd('.'));
            }
        }

        return [.. builders.Select(file => new LoadedFile(
            SourceFile.FromBytes(file.Path, ReadOnlyMemory<byte>.Empty), [file.Builder.Build()], [], []))];
    }

    private static Fault FaultOf(ShorthandReader fault, SourceFile file)
    {
        var kinds = Enum.GetValues<FaultKind>().ToImmutableArray();
        var name = fault.Choice("kind", [.. kinds.Select(kind => kind.ToRuleName())]);
        var read = new Fault
        {
            Kind = kinds.FirstOrDefault(kind => kind.ToRuleName() == name),
            File = file,
            Span = new SourceSpan(0, 0),
            Path = fault.Text("element") ?? "",
            Expected = fault.Text("expected"),
            Found = fault.Text("found"),
        };
        fault.Done();
        return read;
    }
}
