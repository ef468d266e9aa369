using System.Collections.Immutable;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads a message with its holes: <c>{name.field}</c> and <c>{name.place}</c>.</summary>
internal static class MessageLoader
{
    private const string Place = "place";

    public static MessageTemplate Load(YamlScalar written, ValueLoader load)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var text = string.Join(' ', written.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                if (open >= 0)
                    load.Diagnostics.Add(written, "a brace in the message is not closed");
                parts.Add(new TemplatePart(text[at..], null, null));
                break;
            }

            if (open > at)
                parts.Add(new TemplatePart(text[at..open], null, null));
            if (LoadHole(written, text[(open + 1)..close], load) is { } hole)
                parts.Add(hole);
            at = close + 1;
        }

        return new MessageTemplate(parts.ToImmutable());
    }

    private static TemplatePart? LoadHole(YamlScalar written, string path, ValueLoader load)
    {
        if (path.Split('.') is [var name, Place])
        {
            if (load.Names.ContainsKey(name))
                return new TemplatePart(null, name, null);
            load.UnknownName(written.Source, written.MarkOf(path), name);
            return null;
        }

        if (load.Reference(written, path) is not var (bound, field))
            return null;
        if (field.Privacy != Privacy.Identifying || field.TellsItsPrivacy)
            return new TemplatePart(null, bound, field);
        load.Diagnostics.AddAt(written, path, $"'{field.Name}' identifies a person and may not stand in a message");
        return null;
    }
}
