namespace MedCodes.Validator.Yaml;

/// <summary>Writes a node in one line, for explanations.</summary>
internal static class YamlWords
{
    public static string Of(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Text,
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        YamlMapping map => string.Join(", ", map.Entries.Select(entry => $"{entry.Key.Text} {Of(entry.Value)}")),
        _ => node.Shape,
    };
}
