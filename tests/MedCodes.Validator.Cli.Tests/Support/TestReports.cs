using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Tests.Support;

/// <summary>Reports that stand in for a check, where a test is about the command around it.</summary>
internal static class TestReports
{
    public static Report Clean(CheckOptions options, IReadOnlyList<SourceFile> files) => With(options, files, []);

    /// <summary>One error at the start of each file.</summary>
    public static Report Errors(CheckOptions options, IReadOnlyList<SourceFile> files) =>
        With(options, files, [.. files.Select(file => At(file, Severity.Error))]);

    /// <summary>One warning at the start of each file.</summary>
    public static Report Warnings(CheckOptions options, IReadOnlyList<SourceFile> files) =>
        With(options, files, [.. files.Select(file => At(file, Severity.Warning))]);

    /// <summary>One error of a rule of the library at the start of each file.</summary>
    public static Report WrongNumbers(CheckOptions options, IReadOnlyList<SourceFile> files) => With(options, files,
        [.. files.Select(file => At(file, Severity.Error)).Select(finding => finding with
        {
            Rule = finding.Rule with { Id = "MC2001", Name = "npi-check-digit-mismatch", Category = "identifiers" },
        })]);

    /// <summary>13,000 errors and as many warnings at the start of each file, which is a page.</summary>
    public static Report Thousands(CheckOptions options, IReadOnlyList<SourceFile> files)
    {
        var place = new Place { File = files[0], Span = new SourceSpan(0, 1) };
        var report = With(options, files, [.. Enumerable.Range(0, 26_000).Select(number => At(files[0], number % 2 == 0 ? Severity.Error : Severity.Warning) with
        {
            Place = place,
            Fingerprint = number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
        })]);
        return report with { Files = [new CheckedFile(files[0].Path, ContentKind.Text, 0, 0)] };
    }

    private static Report With(CheckOptions options, IReadOnlyList<SourceFile> files, FindingList findings) => new()
    {
        Run = new RunDescription("0.1.0", "00", "none", options.AsOf, [], []),
        Files = [.. files.Select(file => new CheckedFile(file.Path, ContentKind.X12, 1, 2))],
        Findings = findings,
        Ledger = new Ledger([], []),
    };

    private static Finding At(SourceFile file, Severity severity) => new()
    {
        Rule = new RuleDescription
        {
            Id = "MC1999",
            Name = "invented-defect",
            Since = "0.1.0",
            Status = "stable",
            Severity = severity,
            Category = "format",
            AppliesTo = ["professional"],
            Summary = "An invented rule.",
            Fix = "Nothing.",
            Why = "For a test.",
            Sources = [],
            Hash = "00",
        },
        Severity = severity,
        Message = new Message([new MessagePart("something is wrong for ", Privacy.Open), new MessagePart("CANARYACCOUNT", Privacy.Account), new MessagePart(" of CANARYNAME", Privacy.Identifying)]),
        Place = new Place { File = file, Span = new SourceSpan(0, 0), Claim = 1, ClaimId = "CANARYACCOUNT" },
        Witnesses = [],
        Fingerprint = new string('0', 32),
    };
}
