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
        var context = new LoadContext(library, diagnostics) { IsAboutPages = reader.Texts("applies-to") is ["document"] };
        var before = diagnostics.Count;
        var logic = new LogicLoader(reader, context).Load();
        var description = new HeadLoader(reader, diagnostics).Load(HashOf(node.Source, context));
        var tests = reader.Node("tests");
        _ = reader.Node("history");
        reader.Done();

        // Checks of the whole would only repeat what is wrong with a part.
        if (logic is null || diagnostics.Count > before)
            return null;
        if (!library.IsSound)
            LogicChecks.Check(logic, diagnostics);
        if (diagnostics.Count > before)
            return null;
        return ScopeOf.Rule(logic, description, diagnostics) is { } scope
            ? new Rule(description with { Phase = PhaseOf.Rule(logic, scope, description.AppliesTo) }, scope, logic, node.Source, tests)
            : null;
    }

    /// <summary>Which text of the rule this is, and of the code sets, axes and kinds of pages that it goes by.</summary>
    private static string HashOf(YamlSource source, LoadContext context)
    {
        var text = new StringBuilder(source.Digest);
        foreach (var name in context.Uses)
        {
            if (context.Library.CodeSets.TryGetValue(name, out var set))
                text.Append('\n').Append(name).Append(':').Append(set.Digest);
            if (context.Library.Words.TryGetValue(name, out var digest))
                text.Append('\n').Append(name).Append(':').Append(digest);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
