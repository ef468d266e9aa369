using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>Checks claim files and procedure pages against a library of rules. Immutable and safe to use from several threads.</summary>
public sealed class ClaimValidator
{
    private readonly RuleSet _rules;
    private readonly ValidatorOptions _options;
    private readonly IRuleEngine _engine;

    /// <summary>Makes a validator.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ClaimValidator(RuleSet rules, ValidatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(options);
        _rules = rules;
        _options = options;

        // Rules that rest on what others found are judged stratum by stratum, which only the definition does.
        var isPlannable = !rules.Rules.Any(rule => rule.Logic.ReadsFindings);
        _engine = options.Engine == EngineChoice.BuiltIn && isPlannable ? new PlannedEngine(rules) : new NaiveEngine(rules);
    }

    /// <summary>Reads and judges files. Claims and pages are told apart by content; what is wrong with a file is a finding.</summary>
    /// <exception cref="IOException">A file can no longer be read.</exception>
    public Report Check(IEnumerable<SourceFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var schemas = _rules.Library.Interpreter.Vocabulary.Schemas;
        var reading = _options.Timings?.Stage("reading");
        var read = files.Select((file, place) => Read(file, place, schemas)).ToImmutableArray();
        reading?.Dispose();
        var alone = _options.Timings is { } timings ? new RulesAlone(_rules, timings) : null;
        var judging = _options.Timings?.Stage(RunTimings.Judging);
        var judged = RunJudgement.Of(
            Watched(alone, read.Length),
            _rules,
            [.. read.Select(file => file.Loaded)],
            _options.AsOf,
            runExamples: new ExampleRunner(_engine, _rules, _options.AsOf).Run,
            tally: new OutcomeTally(_rules));
        judging?.Dispose();
        alone?.Finish();
        using var writing = _options.Timings?.Stage("findings");
        return ReportBuilder.Build(_rules, _engine.Name, _options.AsOf, read, judged);
    }

    private ReadFile Read(SourceFile file, int place, IEnumerable<PageSchema> schemas)
    {
        var read = ReadFile.Of(file, schemas);
        _options.Progress?.Report(new CheckProgress(place + 1, 0, 0));
        return read;
    }

    private IRuleEngine Watched(RulesAlone? alone, int files) => _options.Progress is null && alone is null
        ? _engine
        : new WatchedEngine(_engine, _options.Progress, alone, files);
}
