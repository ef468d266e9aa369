using System.Globalization;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Shows what is wrong with rule files, each with the line it stands on.</summary>
internal static class DiagnosticFrames
{
    public static void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var number = diagnostic.Line.ToString(CultureInfo.InvariantCulture).PadLeft(2);
            var gutter = new string(' ', number.Length);
            var before = new string(' ', Math.Max(0, diagnostic.Column - 1));
            var carets = new string('^', Math.Max(1, diagnostic.EndColumn - diagnostic.Column));
            var hint = diagnostic.Suggestion is null ? "" : $" did you mean '{diagnostic.Suggestion}'?";
            output.Write($"error: {diagnostic.Message}\n");
            output.Write(string.Create(CultureInfo.InvariantCulture, $"  --> {diagnostic.File}:{diagnostic.Line}:{diagnostic.Column}\n"));
            output.Write($"{number} | {diagnostic.LineText.Replace('\t', ' ')}\n");
            output.Write($"{gutter} | {before}{carets}{hint}\n");
        }
    }
}
