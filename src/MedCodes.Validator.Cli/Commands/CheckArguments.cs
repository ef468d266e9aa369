using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The words of <c>medcodes check</c>. Each option may also be given as an environment variable, MEDCODES_ and its name.</summary>
internal sealed class CheckArguments
{
    /// <summary>What <c>--changed</c> stands for without a commit.</summary>
    public const string UsualReference = "@usual";

    private static readonly string[] Levels = ["mask", "account", "show"];
    private static readonly string[] Engines = ["built-in", "naive", NRulesOption.Name];
    private static readonly string[] Formats = ["x12", "ndjson", "json", "md", "html", "text", "yaml"];
    private static readonly string[] FailLevels = ["error", "warning", "info", "never"];
    private static readonly string[] Severities = ["info", "warning", "error"];
    private static readonly string[] Servers = ["auto", "none", "github", "gitlab"];
    private static readonly string[] Suppressed = ["omit", "include"];
    private static readonly string[] PathStyles = ["relative", "basename", "hash"];
    private static readonly string[] Scopes = ["lines", "file"];

    private readonly ITerminal _terminal;

    private readonly Argument<string[]> _paths = new("PATHS")
    {
        Description = "Files, directories and patterns to check, told apart by content; a pattern behind ! leaves out what it fits; - reads standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _output = Many("--output", "FORMAT[=PATH]", $"{string.Join(", ", ReportFormats.Names)}; on standard output or into a file; may be repeated. Default: human.", "-o");
    private readonly Option<string> _failOn = One("--fail-on", "LEVEL", "The severity from which the run fails: error, warning, info or never. Default: error.");
    private readonly Option<string> _maxWarnings = One("--max-warnings", "N", "Fail where there are more warnings.");
    private readonly Option<bool> _exitZero = Switch("--exit-zero", "End with 0 whatever is found.");
    private readonly Option<string[]> _select = Many("--select", "RULE[,RULE]", "Only these rules: ids, starts of ids, names or categories.");
    private readonly Option<string[]> _ignore = Many("--ignore", "RULE[,RULE]", "Not these rules.");
    private readonly Option<string[]> _severity = Many("--severity", "RULE=LEVEL", "Another severity for a rule: info, warning or error.");
    private readonly Option<string> _rules = One("--rules", "DIR", "A directory of rules to add to the built-in ones.");
    private readonly Option<string> _profile = One("--profile", "NAME", "The payer profile of every claim. Default: that of each claim's payer.");
    private readonly Option<string> _data = DataFolderOption.Create();
    private readonly Option<bool> _extrapolate = DataFolderOption.CreateExtrapolate();
    private readonly Option<string> _engine = One("--engine", "ENGINE", "built-in; or, both saying the same, slowly: naive, the definition itself, and nrules, where it was built with it. Default: built-in.");
    private readonly Option<string> _jobs = One("--jobs", "N", "How much is worked on at a time; the reports are always the same. Default: one for each processor.", "-j");
    private readonly Option<string> _memory = One("--memory", "SIZE", "About how much memory claims and findings may take, as in 512MB or 2GB; where claims need more, some patients are judged at a time. The reports are always the same. Default: 256MB.");
    private readonly Option<string> _as = One("--as", "FORMAT", "What the files are, whatever their content says: x12, ndjson or json for claims; md, html, text, yaml or json for pages.");
    private readonly Option<string> _config = One("--config", "PATH", "The configuration file. Default: the nearest medcodes.yaml of each file.");
    private readonly Option<string> _baseline = One("--baseline", "PATH|none", "The baseline; findings in it are not reported.");
    private readonly Option<bool> _strictBaseline = Switch("--strict-baseline", "Fail where the baseline holds what is no longer found.");
    private readonly Option<bool> _noInline = Switch("--no-inline-suppressions", "Report what comments in pages suppress.");
    private readonly Option<string> _changed = new("--changed")
    {
        Description = "Only what comes from changes since a commit, as in --changed=main. Default: the base of the pull request, else origin/HEAD.",
        HelpName = "REF",
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<bool> _staged = Switch("--staged", "Only what comes from changes that are staged.");
    private readonly Option<string> _scope = One("--changed-scope", "lines|file", "Whether only changed lines count or all of a changed file. Default: lines.");
    private readonly Option<bool> _fix = Switch("--fix", "Mend what can be mended in pages without asking.");
    private readonly Option<bool> _diff = Switch("--diff", "Show on standard output what --fix would change, and end with 1 if anything.");
    private readonly Option<string> _stdinName = One("--stdin-filename", "PATH", "The name under which standard input is reported.");
    private readonly Option<string> _filesFrom = One("--files-from", "FILE", "Check the files that a file lists, one a line; - reads standard input.");
    private readonly Option<bool> _nul = Switch("--null", "The names of --files-from end with a NUL byte.", "-0");
    private readonly Option<bool> _forceExclude = Switch("--force-exclude", "Leave out excluded files even where they are named.");
    private readonly Option<bool> _noGitignore = Switch("--no-gitignore", "Check what .gitignore leaves out, too.");
    private readonly Option<bool> _allowEmpty = Switch("--allow-empty", "End with 0 where there is nothing to check.");
    private readonly Option<string> _asOf = One("--as-of", "YYYY-MM-DD", "The day that stands for today. Default: today.");
    private readonly Option<string> _phi = One("--phi", "LEVEL", "How much of a patient's data is shown: mask, account or show (files only). Default: account for the worklist and on a terminal, outside of builds; else mask.");
    private readonly Option<string> _pathStyle = One("--path-style", "STYLE", "How reports name files, whose names may hold a patient's: relative, basename or hash. Default: relative.");
    private readonly Option<bool> _maskNpi = Switch("--mask-npi", "Mask the identifiers of providers in claims too, which are public.");
    private readonly Option<string> _ci = One("--ci", "SERVER", "auto, none, github (annotations and a job summary besides) or gitlab (gl-code-quality-report.json). Default: auto, which knows GitHub.");
    private readonly Option<string> _suppressed = One("--sarif-suppressed", "omit|include", "Whether SARIF holds what is suppressed, marked as such. Default: omit, because platforms take it for open.");
    private readonly Option<string> _color = One("--color", "WHEN", "auto, always or never.");
    private readonly Option<bool> _statistics = Switch("--statistics", "Count the findings by rule on standard error.");
    private readonly Option<bool> _timings = Switch("--timings", "Tell on standard error how long the stages took, and the ten slowest rules.");
    private readonly Option<bool> _noProgress = Switch("--no-progress", "Show no progress on a terminal.");
    private readonly Option<bool> _verbose = Switch("--verbose", "Tell on standard error what each file was taken for.", "-v");
    private readonly Option<bool> _quiet = Switch("--quiet", "Say nothing on standard error but what failed.", "-q");
    private readonly Option<bool> _debug = Switch("--debug", "Tell on standard error what is going on.");

    public CheckArguments(ITerminal terminal) => _terminal = terminal;

    private IEnumerable<Option> Options =>
    [
        _output, _failOn, _maxWarnings, _exitZero, _select, _ignore, _severity, _rules, _profile, _data, _extrapolate, _engine, _jobs, _memory, _as, _config, _baseline, _strictBaseline, _noInline, _changed,
        _staged, _scope, _fix, _diff, _stdinName, _filesFrom, _nul, _forceExclude, _noGitignore, _allowEmpty, _asOf, _phi, _pathStyle, _maskNpi, _ci, _suppressed, _color,
        _noProgress, _statistics, _timings, _quiet, _verbose, _debug,
    ];

    /// <summary>Adds the words to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_paths);
        foreach (var option in Options)
            command.Add(option);
    }

    /// <exception cref="FailureException">A value is none that the option takes.</exception>
    public CheckOptions Read(ParseResult parsed)
    {
        var said = new Said(parsed, _terminal);
        var paths = parsed.GetValue(_paths) ?? [];
        return new CheckOptions
        {
            Input = new InputRequest(paths)
            {
                StandardInputName = said.One(_stdinName) ?? InputFiles.StandardInput,
                FilesFrom = said.One(_filesFrom),
                NamesEndWithNul = said.Is(_nul),
                ForceExclude = said.Is(_forceExclude),
                GitIgnore = !said.Is(_noGitignore),
                AllowEmpty = said.Is(_allowEmpty),
            },
            Outputs = OutputRequest.Parse(said.Many(_output)),
            AsOf = DayOrToday(said.One(_asOf), _terminal),
            Phi = said.Choice(_phi, Levels) is { } level ? (PhiLevel)Array.IndexOf(Levels, level) : null,
            Redaction = new Redaction(said.Choice(_pathStyle, PathStyles) is { } style ? (PathStyle)Array.IndexOf(PathStyles, style) : PathStyle.Relative, said.Is(_maskNpi)),
            RulesDirectory = said.One(_rules),
            Profile = said.One(_profile),
            Data = said.One(_data),
            Extrapolate = said.Is(_extrapolate),
            Engine = said.Choice(_engine, Engines) == "naive" ? EngineChoice.Naive : EngineChoice.BuiltIn,
            ByNRules = NRulesOption.Guarded(said.Choice(_engine, Engines) == NRulesOption.Name),
            Jobs = Number("--jobs", said.One(_jobs), 1),
            Memory = said.One(_memory) is { } size ? MemorySize.Parse("--memory", size) : null,
            Format = said.Choice(_as, Formats) is { } format ? (InputFormat)(Array.IndexOf(Formats, format) + 1) : null,
            Configuration = said.One(_config),
            Select = Words(_select, said),
            Ignore = Words(_ignore, said),
            Severities = said.Many(_severity).ToImmutableDictionary(RuleOf, SeverityOf, StringComparer.OrdinalIgnoreCase),
            Limits = new FailureLimits(said.Choice(_failOn, FailLevels), Number("--max-warnings", said.One(_maxWarnings), 0), said.Is(_exitZero)),
            Changes = ChangesOf(said),
            Baseline = said.One(_baseline),
            StrictBaseline = said.Is(_strictBaseline),
            InlineSuppressions = !said.Is(_noInline),
            Fix = said.Is(_fix),
            Diff = said.Is(_diff),
            BuildServer = said.Choice(_ci, Servers) ?? "auto",
            Colour = said.Choice(_color, Colours.Choices) ?? "auto",
            Statistics = said.Is(_statistics),
            Timed = said.Is(_timings),
            ShowsProgress = !said.Is(_noProgress),
            SarifSuppressed = said.Choice(_suppressed, Suppressed) == "include",
            Verbose = said.Is(_verbose),
            Quiet = said.Is(_quiet),
            Debug = said.Is(_debug),
        };
    }

    /// <summary>What variables of the environment set: the names of the options without dashes, with the variables and their values.</summary>
    public IEnumerable<(string Name, string Value, string Variable)> FromEnvironment() =>
        from option in Options
        let variable = Said.NameOf(option)
        let value = _terminal.Variable(variable)
        where value is not null && (option is not Option<bool> || value is not ("0" or "false" or "no"))
        select (option.Name.TrimStart('-'), option is Option<bool> ? "yes" : value, variable);

    private ChangeRequest? ChangesOf(Said said)
    {
        var (reference, staged, whole) = (said.One(_changed), said.Is(_staged), said.Choice(_scope, Scopes) == "file");
        if (reference is not null && staged)
            throw new FailureException("--changed and --staged are two different questions; ask one of them");
        return reference is null && !staged ? null : new ChangeRequest(reference is UsualReference or "" ? null : reference, staged, whole);
    }

    private static ImmutableArray<string> Words(Option<string[]> option, Said said)
    {
        var lists = said.Many(option).Select(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();

        // No rules would stand for all of them, which is not what an empty variable of a script was meant to say.
        return lists.All(list => list.Length > 0)
            ? [.. lists.SelectMany(list => list)]
            : throw new FailureException($"{option.Name} names no rule; it takes rules as in {option.Name} MC7101,MC4");
    }

    private static string RuleOf(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var divider
        ? text[..divider]
        : throw new FailureException($"--severity takes a rule and a level, as in MC4101=warning, not '{text}'");

    private static Severity SeverityOf(string text)
    {
        var level = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return (Severity)(Array.IndexOf(Severities, Said.Known("--severity", level, Severities)) + 1);
    }

    private static int? Number(string option, string? text, int least) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new FailureException($"{option} takes a whole number from {least}, not '{text}'");

    /// <summary>The day that is given, else today.</summary>
    /// <exception cref="FailureException">The text is no day.</exception>
    internal static DateOnly DayOrToday(string? text, ITerminal terminal) =>
        text is null ? DateOnly.FromDateTime(terminal.Clock.GetLocalNow().Date) : Day(text);

    /// <exception cref="FailureException">The text is no day.</exception>
    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FailureException($"--as-of takes a day such as 2024-09-01, not '{text}'");

    private static Option<string> One(string name, string shown, string description, params string[] aliases) => new(name, aliases) { HelpName = shown, Description = description };

    private static Option<string[]> Many(string name, string shown, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = shown, Description = description };

    private static Option<bool> Switch(string name, string description, params string[] aliases) => new(name, aliases) { Description = description };
}
