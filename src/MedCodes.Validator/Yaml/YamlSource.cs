using System.Security.Cryptography;
using System.Text;

namespace MedCodes.Validator.Yaml;

/// <summary>The text of a YAML file and the path that diagnostics show.</summary>
public sealed class YamlSource
{
    private readonly Lazy<string> _text;
    private readonly Lazy<string[]> _lines;
    private readonly Lazy<string> _digest;
    private readonly Lazy<YamlNode>? _parsed;

    /// <summary>Wraps a text.</summary>
    /// <param name="path">The path to show, relative to the folder of the rules.</param>
    /// <param name="text">The content.</param>
    public YamlSource(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        Path = path.Replace('\\', '/');
        _text = new Lazy<string>(text.StartsWith('\uFEFF') ? text[1..] : text);
        _lines = new Lazy<string[]>(SplitText);
        _digest = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n")))));
    }

    /// <summary>Wraps a text that was parsed before.</summary>
    /// <param name="path">The path to show.</param>
    /// <param name="digest">Its <see cref="Digest"/>.</param>
    /// <param name="text">Gives the content.</param>
    /// <param name="parsed">Gives its nodes.</param>
    internal YamlSource(string path, string digest, Func<string> text, Func<YamlSource, YamlNode> parsed)
    {
        Path = path;
        _text = new Lazy<string>(text);
        _lines = new Lazy<string[]>(SplitText);
        _digest = new Lazy<string>(digest);
        _parsed = new Lazy<YamlNode>(() => parsed(this));
    }

    /// <summary>The path, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The content without a byte order mark.</summary>
    public string Text => _text.Value;

    /// <summary>The file's name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>SHA-256 of the content, whatever its line ends, in hex.</summary>
    internal string Digest => _digest.Value;

    /// <summary>Whether it was parsed before, when the library that it belongs to was found sound and packed.</summary>
    internal bool IsPacked => _parsed is not null;

    /// <summary>Its nodes where it was parsed before; null otherwise.</summary>
    internal YamlNode? Parsed => _parsed?.Value;

    /// <summary>A line's text, empty where there is none.</summary>
    /// <param name="line">Its number, from 1.</param>
    public string Line(int line) => line >= 1 && line <= _lines.Value.Length ? _lines.Value[line - 1] : "";

    private string[] SplitText() => Text.ReplaceLineEndings("\n").Split('\n');
}
