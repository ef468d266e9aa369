using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Judges files with the built-in rules and a user's own.</summary>
internal sealed class Validation(ITerminal terminal)
{
    /// <exception cref="FailureException">A rule file is malformed, or a file can no longer be read.</exception>
    public Report Check(CheckOptions options, IReadOnlyList<SourceFile> files)
    {
        var log = TerminalLog.Create(terminal, options.Debug);
        var tables = options.Timings?.Stage("tables");
        var data = DataFolderOption.Open(options.Data, terminal, options.Extrapolate);
        var own = options.Rules ?? RuleLibrary.Load(options.RulesDirectory, terminal);
        var rules = DataFolderOption.Guarded(options.Data ?? "", () => own.With(data));
        tables?.Dispose();
        using var progress = CheckProgressLine.Of(terminal, files.Count, options.ShowsProgress && !options.Quiet);
        log.Debug("{Rules} rules, {Releases} imported releases, {Files} files", rules.Rules.Length, data.Releases.Length, files.Count);
        try
        {
            var settings = new ValidatorOptions
            {
                AsOf = options.AsOf,
                Engine = options.Engine,
                Jobs = options.JobsOrUsual,
                Memory = options.Memory ?? ValidatorOptions.UsualMemory,
                Format = options.Format,
                Progress = progress,
                Timings = options.Timings,
                PassOver = options.PassOver,
                Early = options.Early,
                PathOf = ProjectFolder.PathFromRoot,
            };
            return new ClaimValidator(rules, options.ByNRules ? NRulesOption.With(settings) : settings).Check(files);
        }
        catch (IOException error) when (error is not SpillException)
        {
            throw new FailureException($"a file can no longer be read: {Reason.OfReading(error)}");
        }
        catch (InvalidDataException error)
        {
            throw new FailureException($"{error.Message}; medcodes data verify tells which release it is");
        }
    }
}
