using System.Buffers;
using System.Collections.Immutable;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Writes the logic of rules as YAML again.</summary>
internal static class LogicText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",[]{}#\"'");

    /// <summary>The logic with a mutant's lines in it: two blanks before what stays, <c>-</c> before what goes, <c>+</c> before what comes.</summary>
    public static ImmutableArray<string> Compare(YamlMapping written, YamlMapping mutated)
    {
        var (before, after) = (Lines(written), Lines(mutated));
        var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = before.Skip(start).Reverse().Zip(after.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return
        [
            .. before[..start].Select(line => "  " + line),
            .. before[start..^end].Select(line => "- " + line),
            .. after[start..^end].Select(line => "+ " + line),
            .. before[^end..].Select(line => "  " + line),
        ];
    }

    /// <summary>A node in one line, as YAML.</summary>
    public static string Flow(YamlNode node) => node switch
    {
        YamlScalar scalar => Scalar(scalar),
        YamlSequence list when list.Items.Any(item => item is YamlMapping) => $"[ {string.Join(", ", list.Items.Select(Flow))} ]",
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        YamlMapping map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Scalar(entry.Key)}: {Flow(entry.Value)}"))} }}",
        _ => node.Shape,
    };

    // A line for each name of a group, and for each condition: few enough to read, short enough to compare.
    private static string[] Lines(YamlMapping logic) =>
    [
        .. logic.Entries.Where(entry => entry.Key.Text is "match" or "require" or "forbid" or "check" or "unless").SelectMany(entry => entry.Value switch
        {
            YamlMapping map => map.Entries.Select(part => $"  {Scalar(part.Key)}: {Flow(part.Value)}").Prepend($"{entry.Key.Text}:"),
            YamlSequence list => list.Items.Select(part => $"  - {Flow(part)}").Prepend($"{entry.Key.Text}:"),
            var other => [$"{entry.Key.Text}: {Flow(other)}"],
        }),
    ];

    private static string Scalar(YamlScalar scalar) =>
        scalar.IsPlain && scalar.Text.AsSpan().IndexOfAny(Special) < 0 && !scalar.Text.Contains(": ", StringComparison.Ordinal)
            ? scalar.Text
            : $"\"{scalar.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
