using System.Collections.Immutable;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Text;
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
        var pages = new PageReader(_rules.Library.Interpreter.Vocabulary.Schemas);
        var read = files.Select(file => ReadFile.Of(file, pages, _options.Format)).ToImmutableArray();
        var judged = RunJudgement.Of(
            _engine,
            _rules,
            [.. read.Select(file => file.Loaded)],
            _options.AsOf,
            runExamples: new ExampleRunner(_engine, _rules, _options.AsOf).Run,
            tally: new OutcomeTally(_rules));
        return ReportBuilder.Build(_rules, _engine.Name, _options.AsOf, read, judged);
    }
}
