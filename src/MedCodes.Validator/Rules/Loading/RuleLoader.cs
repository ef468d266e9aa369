using System.Security.Cryptography;
using System.Text;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads a rule file.</summary>
internal static class RuleLoader
{
    /// <summary>Reads a rule; null, with diagnostics, where it has no logic that could run.</summary>
    public static Rule? Load(YamlNode node, Library library, Diagnostics diagnostics)
    {
        if (MappingReader.Of(node, "rule", diagnostics) is not { } reader)
            return null;
        var context = new LoadContext(library, diagnostics);
        var before = diagnostics.Count;
        var logic = new LogicLoader(reader, context).Load();
        var description = new HeadLoader(reader, diagnostics).Load(HashOf(node.Source, context));
        var tests = reader.Node("tests");
        _ = reader.Node("history");
        reader.Done();

        // Checks of the whole would only repeat what is wrong with a part.
        if (logic is null || diagnostics.Count > before)
            return null;
        LogicChecks.Check(logic, diagnostics);
        if (diagnostics.Count > before)
            return null;
        return ScopeOf.Rule(logic, description, diagnostics) is { } scope ? new Rule(description, scope, logic, node.Source, tests) : null;
    }

    private static string HashOf(YamlSource source, LoadContext context)
    {
        var text = new StringBuilder(source.Text.ReplaceLineEndings("\n"));
        foreach (var name in context.Uses)
        {
            if (context.Library.CodeSets.TryGetValue(name, out var set))
                text.Append('\n').Append(name).Append(':').AppendJoin(',', set.Codes);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
