namespace MedCodes.Validator.Reporting;

/// <summary>Lines of text that end the same way on every system, with or without colour.</summary>
internal sealed class ReportLines(TextWriter output, bool colour)
{
    public void Write(string line = "")
    {
        output.Write(line);
        output.Write('\n');
    }

    public string Bold(string text) => Styled("1", text);

    public string Red(string text) => Styled("1;31", text);

    public string Yellow(string text) => Styled("1;33", text);

    public string Blue(string text) => Styled("1;34", text);

    private string Styled(string style, string text) => colour ? $"\e[{style}m{text}\e[0m" : text;
}
