namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Takes parts from a rule as text: a whole line, or one item of what stands in braces and brackets.</summary>
internal static class SmallerRule
{
    /// <summary>Each rule that says one thing less; most cannot be loaded.</summary>
    public static IEnumerable<string> Of(string rule)
    {
        var lines = rule.Split('\n');
        var logic = Array.FindIndex(lines, line => line.StartsWith("match:", StringComparison.Ordinal));
        for (var i = lines.Length - 1; i > logic; i--)
        {
            if (lines[i].Trim().Length == 0)
                continue;
            yield return string.Join('\n', lines.Where((_, place) => place != i));

            // A key with what is indented under it.
            var end = i + 1;
            while (end < lines.Length && lines[end].StartsWith(' ') && !lines[i].StartsWith(' '))
                end++;
            if (end > i + 1)
                yield return string.Join('\n', lines.Where((_, place) => place < i || place >= end));
        }

        for (var i = logic; i < lines.Length; i++)
        {
            foreach (var (start, end) in ItemsOf(lines[i]))
            {
                var smaller = lines[i][..start] + lines[i][end..];
                yield return string.Join('\n', lines.Select((line, place) => place == i ? smaller : line));
            }
        }
    }

    // An item with the comma before it, or, if it is the first, behind it.
    private static IEnumerable<(int Start, int End)> ItemsOf(string line)
    {
        for (var open = 0; open < line.Length; open++)
        {
            if (line[open] is not ('{' or '['))
                continue;
            var (depth, start) = (0, open + 1);
            for (var at = open + 1; at < line.Length; at++)
            {
                if (line[at] is '{' or '[')
                {
                    depth++;
                }
                else if (depth > 0)
                {
                    depth -= line[at] is '}' or ']' ? 1 : 0;
                }
                else if (line[at] is ',' or '}' or ']')
                {
                    yield return line[start - 1] == ',' ? (start - 1, at) : line[at] == ',' ? (start, at + 1) : (start, at);
                    if (line[at] != ',')
                        break;
                    start = at + 1;
                }
            }
        }
    }
}
