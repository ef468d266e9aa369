using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reporting;

/// <summary>A report as a small run over one batch and one page makes it, with an invented rule for each shape of finding.</summary>
internal static class SampleReport
{
    public const string Batch = """
        ISA*00*          *00*          *ZZ*SYNTHETIC      *ZZ*SYNTHETIC      *240901*1200*^*00501*000000001*0*T*:~
        GS*HC*SYNTHETIC*SYNTHETIC*20240901*1200*1*X*005010X222A1~
        ST*837*0001*005010X222A1~
        NM1*IL*1*CANARYLAST*CANARYFIRST****MI*CANARYMEMBER~
        DMG*D8*19500102*F~
        NM1*82*1*CANARYDOCTOR*PAT****XX*1234567893~
        CLM*CANARYACCOUNT*250***11:B:1*Y*A*Y*Y~
        HI*ABK:M47812~
        LX*1~
        SV1*HC:64491:50*100*UN*1***1~
        DTP*472*D8*20240715~
        REF*6R*CANARYCONTROL~
        SE*11*0001~
        GE*1*1~
        IEA*1*000000001~

        """;

    public const string Page = "Title: A synthetic page\n\nSummary\nAn injection at the second level, which is billed alone with 64491.\n";

    public static SourceFile BatchFile { get; } = SourceFile.FromBytes("batch.837", Encoding.UTF8.GetBytes(Batch));

    public static SourceFile PageFile { get; } = SourceFile.FromBytes("pages/injection.txt", Encoding.UTF8.GetBytes(Page));

    public static Report Full => Of(
        [
            new CheckedFile("batch.837", ContentKind.X12, 1, 1),
            new CheckedFile("pages/injection.txt", ContentKind.Text, 0, 0),
        ],
        [AddOnAlone, PatientNamed, CodeOnPage]);

    /// <summary>The full report with a finding that can be mended and one that was set aside.</summary>
    public static Report Mendable => Of(Full.Files, [.. Full.Findings, CodeOnPage with { Edits = [new TextEdit(SpanOf(Page, "Summary\n"), "")], Fingerprint = new string('3', 32) }]) with
    {
        SetAside = [new SetAside(CodeOnPage, SetAsideReason.Suppressed, "accepted")],
    };

    public static Report Clean => Of([new CheckedFile("batch.837", ContentKind.X12, 1, 1)], []) with
    {
        Ledger = new Ledger([new LedgerEntry("MC4101", new OutcomeCounts(1, 0, 0, 0, 0))], []),
    };

    public static Finding AddOnAlone { get; } = new()
    {
        Rule = Rule("MC4101", "add-on-without-primary", Severity.Error) with
        {
            Consequence = new Consequence
            {
                Stage = "denial",
                Carc = ["107", "97"],
                Group = "CO",
                Likelihood = "usual",
                Actor = "coder",
                Needs = "chart",
            },
        },
        Severity = Severity.Error,
        Message = new Message([Open("64491"), Open(" is an add-on code; no primary is billed for "), new MessagePart("CANARYMESSAGE", Privacy.Identifying), Open(".")]),
        Place = InBatch("64491", "2300[1]/2400[1]/SV101-2", line: 1),
        Witnesses =
        [
            new Witness
            {
                Name = "addon",
                Kind = "line",
                Place = InBatch("SV1*", "2300[1]/2400[1]", line: 1),
                Fields =
                [
                    Field("code", "64491"),
                    Field("units", "1") with { IsNumber = true },
                    Field("date", "2024-07-15") with { Privacy = Privacy.Account },
                    Field("member-id", "CANARYFIELD") with { Privacy = Privacy.Identifying },
                    new WitnessField("modifiers", ["50"], true, Privacy.Open),
                    new WitnessField("ndc", [], false, Privacy.Open),
                ],
            },
            new Witness
            {
                Name = "edit",
                Kind = "ncci-add-on",
                Row = new TableRow("ncci-add-on", "2024Q3", [Field("add-on", "64491")], Extrapolated: true),
                Fields = [new WitnessField("primaries", [.. Enumerable.Range(64490, 10).Select(code => $"{code}")], true, Privacy.Open)],
            },
            new Witness
            {
                Name = "primary",
                Kind = "line",
                Absence = new Absence("a line with code in edit.primaries", InBatch("CLM*", "2300[1]"), "code in edit.primaries"),
            },
            new Witness
            {
                Name = "units",
                Kind = "total",
                Fields = [Field("sum", "1") with { IsNumber = true }],
                Members = [InBatch("SV1*", "2300[1]/2400[1]", line: 1)],
            },
        ],
        ChargeAtRisk = 100m,
        Deadline = new DateOnly(2025, 7, 15),
        Fingerprint = "0123456789abcdef0123456789abcdef",
    };

    public static Finding PatientNamed { get; } = new()
    {
        Rule = Rule("MC2301", "member-id-too-long", Severity.Warning),
        Severity = Severity.Warning,
        Message = new Message([Open("the member id has 12 characters.")]),
        Place = InBatch("CANARYMEMBER", "2010BA/NM109"),
        Witnesses = [],
        Fingerprint = "11111111111111111111111111111111",
    };

    public static Finding CodeOnPage { get; } = new()
    {
        Rule = Rule("MC7104", "add-on-unstated", Severity.Info) with { AppliesTo = ["document"], Snip = null },
        Severity = Severity.Info,
        Message = new Message([Open("the page says that 64491 is billed alone.")]),
        Place = new Place { File = PageFile, Span = SpanOf(Page, "64491"), Section = "summary" },
        Witnesses = [],
        Fingerprint = "22222222222222222222222222222222",
    };

    public static Report Of(ImmutableArray<CheckedFile> files, FindingList findings) => new()
    {
        Run = new RunDescription(
            "0.1.0",
            new string('a', 64),
            "built-in",
            new DateOnly(2024, 9, 1),
            [new LoadedTable("ncci-add-on", "2024Q3", 1234, "rules/tables/ncci-add-on.yaml", Curated: true)],
            [new UsedProfile("default", 1)]),
        Files = files,
        Findings = findings,
        Ledger = new Ledger(
            [new LedgerEntry("MC4101", new OutcomeCounts(3, 1, 0, 2, 1)), new LedgerEntry("MC7104", new OutcomeCounts(1, 1, 0, 0, 1))],
            [
                new NotEvaluatedCause("MC3201", "table icd10cm is not loaded", 1),
                new NotEvaluatedCause("MC3202", "table icd10cm is not loaded", 1),
            ]),
    };

    public static Place InBatch(string text, string path, int? line = null) => new()
    {
        File = BatchFile,
        Span = SpanOf(Batch, text),
        Path = path,
        Claim = 1,
        ClaimId = "CANARYACCOUNT",
        Line = line,
    };

    private static WitnessField Field(string name, string value) => new(name, [value], false, Privacy.Open);

    private static MessagePart Open(string text) => new(text, Privacy.Open);

    private static SourceSpan SpanOf(string text, string part) =>
        new(text.IndexOf(part, StringComparison.Ordinal), part.Length);

    private static RuleDescription Rule(string id, string name, Severity severity) => new()
    {
        Id = id,
        Name = name,
        Since = "0.1.0",
        Status = "stable",
        Severity = severity,
        Category = "national-edits",
        Snip = 7,
        AppliesTo = ["professional"],
        Summary = "An invented rule.",
        Fix = "Do what\n the rule says.",
        Why = "Because it is\ninvented.",
        Sources = [new RuleSource("An invented source", "section 1", "https://example.org/", "2024")],
        Hash = new string('b', 64),
    };
}
