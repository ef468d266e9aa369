namespace MedCodes.Validator.Cli.Tests.Support;

/// <summary>The fenced blocks of a Markdown file, in order.</summary>
internal static class FencedBlocks
{
    public static IReadOnlyList<FencedBlock> In(string markdown)
    {
        var blocks = new List<FencedBlock>();
        string? language = null;
        var lines = new List<string>();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            if (language is null)
            {
                language = line[3..].Trim();
            }
            else
            {
                blocks.Add(new FencedBlock(language, string.Concat(lines.Select(one => one + "\n"))));
                language = null;
            }

            lines.Clear();
        }

        return blocks;
    }
}

/// <summary>A block with the language that it is marked with.</summary>
internal sealed record FencedBlock(string Language, string Text);
