using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Configuration;

/// <summary>Takes names and patterns of files. A number or a yes without quotes is refused, as the schema does: it was meant for another key.</summary>
internal static class FileNames
{
    /// <summary>The names of a list, or the single one in its place; empty where the key is not given.</summary>
    public static ImmutableArray<YamlScalar> Of(MappingReader map, string key, Diagnostics diagnostics) =>
        [.. map.Scalars(key).Where(name => IsName(name, key, diagnostics))];

    /// <summary>The single name of a key; null where it is not given or is none.</summary>
    public static string? One(MappingReader map, string key, Diagnostics diagnostics) =>
        map.Node(key) switch
        {
            null => null,
            YamlScalar name => IsName(name, key, diagnostics) ? name.Text : null,
            _ => map.Text(key),
        };

    private static bool IsName(YamlScalar name, string key, Diagnostics diagnostics)
    {
        var isOther = name.IsPlain && (name.Text is "yes" or "no" or "true" or "false" || double.TryParse(name.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        if (isOther)
            diagnostics.Add(name, $"{key} names files, not '{name.Text}'; what is really called so stands in quotes");
        return !isOther;
    }
}
