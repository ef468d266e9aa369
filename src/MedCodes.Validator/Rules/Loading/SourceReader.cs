using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads the <c>source</c> of code sets and tables: where their facts come from.</summary>
internal static class SourceReader
{
    /// <summary>The title of the source; empty, with a diagnostic, where none is given.</summary>
    public static string Read(MappingReader reader, Diagnostics diagnostics)
    {
        if (reader.Node("source") is null)
            reader.Missing("source");
        if (MappingReader.Of(reader.Node("source"), "source", diagnostics) is not { } source)
            return "";
        var title = source.RequiredText("title");
        _ = source.Text("section");
        _ = source.Text("url");
        _ = source.Text("dates");
        source.Done();
        return title;
    }

    /// <summary>Checks a source that nobody asks for later.</summary>
    public static void Skip(MappingReader reader, Diagnostics diagnostics) => _ = Read(reader, diagnostics);
}
