using System.Collections.Immutable;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Waivers;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Configuration;

/// <summary>Reads the waivers of a configuration.</summary>
/// <param name="known">The ids, names and categories of rules that may be named.</param>
/// <param name="diagnostics">Where faults go.</param>
internal sealed class WaiverReader(ImmutableArray<string> known, Diagnostics diagnostics)
{
    /// <summary>A waiver; null, with a diagnostic, where it is no map.</summary>
    /// <param name="node">The node that says it.</param>
    /// <param name="source">The configuration file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="folder">The folder that the names of files are relative to.</param>
    public Waiver? Read(YamlNode node, YamlSource source, string text, string folder)
    {
        if (MappingReader.Of(node, "waiver", diagnostics) is not { } map)
            return null;
        var where = map.Map("where", "where");
        var globs = FileNames.Of(map, "files", diagnostics).Select(name => Glob.Parse(name.Text)).ToList();
        map.Required("files");
        var waiver = new Waiver
        {
            Rule = map.RequiredText("rule"),
            Covers = path => globs.Exists(glob => glob.Matches(Relative(path, folder))),
            Claim = where?.Number("claim"),
            Path = where?.Text("path"),
            Reason = map.RequiredText("reason"),
            Until = map.Date("until"),
            ApprovedBy = map.Text("approved-by"),
            File = SourceFile.FromBytes(source.Path, System.Text.Encoding.UTF8.GetBytes(text)),
            Span = SpanOf(node.Mark, text),
        };
        where?.Done();
        map.Done();
        if (waiver.Rule.Length > 0 && !known.Contains(waiver.Rule, StringComparer.OrdinalIgnoreCase))
            diagnostics.Unknown(map.Mapping["rule"]!, "rule", waiver.Rule, known);
        return waiver;
    }

    private static string Relative(string path, string folder) => Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace('\\', '/');

    /// <summary>The bytes of the first line of a node.</summary>
    private static SourceSpan SpanOf(YamlMark mark, string text)
    {
        var start = 0;
        for (var line = 1; line < mark.Line && text.IndexOf('\n', start) is >= 0 and var end; line++)
            start = end + 1;
        start = Math.Min(start + mark.Column - 1, text.Length);
        var length = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var at ? at : text.Length - start;
        return new SourceSpan(System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(0, start)), System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(start, length)));
    }
}
