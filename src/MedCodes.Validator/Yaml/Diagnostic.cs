using System.Globalization;

namespace MedCodes.Validator.Yaml;

/// <summary>Something wrong with a rule file, a code set, a term, a table or a profile.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="EndColumn">The first column behind the place; at least <paramref name="Column"/>.</param>
/// <param name="Message">What is wrong, in one sentence without a full stop.</param>
/// <param name="Suggestion">The name that was probably meant; null where none comes near.</param>
/// <param name="LineText">The offending line.</param>
public sealed record Diagnostic(
    string File, int Line, int Column, int EndColumn, string Message, string? Suggestion, string LineText)
{
    /// <summary>The diagnostic in one line: <c>path:line:column: message; did you mean 'x'?</c></summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{File}:{Line}:{Column}: {Message}{(Suggestion is null ? "" : $"; did you mean '{Suggestion}'?")}");
}
