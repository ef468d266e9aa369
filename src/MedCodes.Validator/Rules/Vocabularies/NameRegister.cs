using System.Text.RegularExpressions;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Vocabularies;

/// <summary>The one namespace of terms, axes and sections: rules name all of them alike.</summary>
internal sealed partial class NameRegister(Diagnostics diagnostics)
{
    private readonly Dictionary<string, (string What, YamlSource Source, int Line)> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a name; false, with a diagnostic, where it is malformed or stands for something else already.</summary>
    /// <param name="node">Where the name stands.</param>
    /// <param name="name">The name.</param>
    /// <param name="what">What it names; sections of several kinds of pages may have one name.</param>
    public bool Take(YamlNode node, string name, string what)
    {
        if (!KebabCase().IsMatch(name))
        {
            diagnostics.Add(node, $"a name has lower-case letters, digits and hyphens, not '{name}'");
            return false;
        }

        if (!_taken.TryAdd(name, (what, node.Source, node.Mark.Line)))
        {
            var (other, source, line) = _taken[name];
            if (what == other && what == "section" && source != node.Source)
                return true;
            diagnostics.Add(node, $"the {what} '{name}' has the name of the {other} in {source.Path}, line {line}");
            return false;
        }

        return true;
    }

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex KebabCase();
}
