using System.Collections.Immutable;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Packing;

/// <summary>
/// A library of rules that was parsed before: reading it costs a fraction of reading YAML. What a rule's tests and its file say is read
/// only when asked for.
/// </summary>
public static class RulePack
{
    /// <summary>Parses files and writes a pack of them.</summary>
    /// <param name="files">The files of a sound library, their paths relative to its folder.</param>
    /// <param name="to">Where to write.</param>
    /// <exception cref="RuleSetException">A file cannot be read as YAML.</exception>
    public static void Write(IEnumerable<YamlSource> files, Stream to)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(to);
        var diagnostics = new Diagnostics();
        var parsed = files.Select(file => (File: file, Root: YamlTreeReader.Read(file, diagnostics))).ToList();
        if (diagnostics.Count > 0)
            throw new RuleSetException(diagnostics.ToSorted());
        new RulePackWriter(to).Write([.. parsed.Select(file => (file.File, file.Root!))]);
    }

    /// <summary>Reads a pack; its files are as good as those it was made of, for <see cref="RuleSet.TryLoad"/> and beside files of one's own.</summary>
    /// <exception cref="InvalidDataException">The stream holds no pack of this version.</exception>
    public static ImmutableArray<YamlSource> Read(Stream pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (pack.CanSeek)
        {
            var whole = new byte[pack.Length - pack.Position];
            pack.ReadExactly(whole);
            return RulePackReader.Read(whole);
        }

        using var bytes = new MemoryStream();
        pack.CopyTo(bytes);
        return RulePackReader.Read(bytes.ToArray());
    }
}
