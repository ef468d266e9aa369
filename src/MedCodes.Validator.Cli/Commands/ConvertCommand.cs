using System.CommandLine;
using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes convert FILE -o OUT</c>: X12 837 to canonical JSON and back.</summary>
internal sealed class ConvertCommand
{
    private static readonly string[] Formats = ["json", "ndjson", "x12"];
    private readonly ITerminal _terminal;

    private readonly Argument<string> _path = new("FILE") { Description = "A claim file (X12 837, canonical JSON), compressed with gzip or not; - reads standard input." };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The file to write, readable for you alone. Its ending says what: .json, .ndjson or .jsonl, .837 or .x12.",
        HelpName = "OUT",
        Required = true,
    };

    private readonly Option<string> _to = new("--to")
    {
        Description = "json, ndjson or x12, whatever the file's ending is.",
        HelpName = "FORMAT",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing on standard error but what failed." };

    public ConvertCommand(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("convert", "Write claims in another format: X12 837 to canonical JSON and back.") { _path, _output, _to, _quiet };
        var schema = new Command("schema", "Write the JSON Schema of canonical claims.");
        schema.SetAction(_ =>
        {
            StandardOutput.Write(_terminal, ClaimConverter.Schema);
            return ExitCode.Clean;
        });
        Command.Subcommands.Add(schema);
        Command.SetAction(parsed => Run(parsed.GetValue(_path)!, parsed.GetValue(_output)!, parsed.GetValue(_to), parsed.GetValue(_quiet)));
    }

    public Command Command { get; }

    private int Run(string path, string output, string? to, bool quiet)
    {
        var format = FormatOf(output, to);
        if (output == "-" || OutputFile.IsDevice(output))
            throw new FailureException("claims are a patient's data and go to files only; give -o a file");
        if (Directory.Exists(path))
            throw new FailureException($"'{path}' is a directory; convert takes one file");
        if (path != "-" && Path.GetFullPath(path) == Path.GetFullPath(output))
            throw new FailureException($"'{output}' is the file that is read; converted claims have not all that it holds, so give -o another one");
        using var inputs = InputFiles.Open([path], _terminal.Input, "convert");
        var conversion = Write(inputs.Files[0], output, format);
        if (!quiet)
            Tell(conversion, format);
        return ExitCode.Clean;
    }

    private static Conversion Write(SourceFile file, string output, ClaimFormat format)
    {
        try
        {
            Conversion? conversion = null;
            OutputFile.Write(output, isPrivate: true, stream =>
            {
                using var buffered = new BufferedStream(stream, 1 << 16);
                conversion = ClaimConverter.Convert(file, buffered, format) ?? throw new FailureException($"'{file.Path}' holds no claims in X12 837 or canonical JSON");
            });
            return conversion!;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot convert '{file.Path}' into '{output}': {Reason.OfWriting(error, output)}");
        }
    }

    private void Tell(Conversion conversion, ClaimFormat format)
    {
        _terminal.Error.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(conversion.Claims, "claim")}, {Count(conversion.Lines, "service line")}{(conversion.Faults > 0 ? $", {Count(conversion.Faults, "fault")}; medcodes check tells them" : "")}\n"));
        if (conversion.Replaced > 0)
            _terminal.Error.Write($"{Count(conversion.Replaced, "text")} held a delimiter of X12, which a blank took the place of\n");
        if (format == ClaimFormat.X12)
            _terminal.Error.Write("contacts, submitters and segments that no claim is read from are no part of canonical claims: this file is for reading, not for sending\n");
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static ClaimFormat FormatOf(string output, string? to)
    {
        if (to is not null && !Formats.Contains(to))
            throw new FailureException($"--to is one of {string.Join(", ", Formats)}, not '{to}'{Spelling.Hint(to, Formats)}");
        return (to ?? Path.GetExtension(output).ToLowerInvariant()) switch
        {
            "json" or ".json" => ClaimFormat.Json,
            "ndjson" or ".ndjson" or ".jsonl" => ClaimFormat.Ndjson,
            "x12" or ".837" or ".x12" or ".edi" => ClaimFormat.X12,
            _ => throw new FailureException($"the ending of '{output}' does not say which format to write; give --to {string.Join(", ", Formats)}"),
        };
    }
}
