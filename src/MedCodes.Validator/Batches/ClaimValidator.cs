using System.Collections.Immutable;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>Checks claim files and procedure pages against a library of rules. Immutable and safe to use from several threads.</summary>
public sealed class ClaimValidator
{
    private readonly RuleSet _rules;
    private readonly ValidatorOptions _options;
    private readonly NaiveEngine _engine;

    /// <summary>Makes a validator.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ClaimValidator(RuleSet rules, ValidatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(options);
        _rules = rules;
        _options = options;
        _engine = new NaiveEngine(rules);
    }

    /// <summary>Reads and judges files. Claims and pages are told apart by content; what is wrong with a file is a finding.</summary>
    /// <exception cref="IOException">A file can no longer be read.</exception>
    public Report Check(IEnumerable<SourceFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var interpreter = _rules.Library.Interpreter;
        var read = files.Select(file => ReadFile.Of(file, interpreter.Vocabulary.Schemas)).ToImmutableArray();
        var run = new RunKnowledge(_options.AsOf);
        var claims = RunFacts.Of(read, new ProfileChoice(_rules.Profiles));
        foreach (var patient in claims.Patients)
            _engine.Learn(patient, run);

        var judgements = claims.Patients.Select(patient => _engine.Judge(patient, run))
            .Concat(claims.Files.Select(file => _engine.Judge(file, run)))
            .Concat(read.Select((file, number) => (file.Page, number))
                .Where(item => item.Page is not null)
                .Select(item => _engine.Judge(DocumentFacts.Of(interpreter.Interpret(item.Page!, _options.AsOf), item.number), run)))
            .ToImmutableArray();
        return ReportBuilder.Build(_rules, _engine.Name, _options.AsOf, read, claims, judgements);
    }
}
