namespace MedCodes.Validator.Yaml;

/// <summary>The text of a YAML file and the path that diagnostics show.</summary>
public sealed class YamlSource
{
    private readonly string[] _lines;

    /// <summary>Wraps a text.</summary>
    /// <param name="path">The path to show, relative to the folder of the rules.</param>
    /// <param name="text">The content.</param>
    public YamlSource(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        Path = path.Replace('\\', '/');
        Text = text.StartsWith('\uFEFF') ? text[1..] : text;
        _lines = Text.ReplaceLineEndings("\n").Split('\n');
    }

    /// <summary>The path, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The content without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The file's name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>A line's text, empty where there is none.</summary>
    /// <param name="line">Its number, from 1.</param>
    public string Line(int line) => line >= 1 && line <= _lines.Length ? _lines[line - 1] : "";
}
