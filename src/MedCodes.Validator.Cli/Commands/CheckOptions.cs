using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>What <c>medcodes check</c> is asked to do.</summary>
/// <param name="Paths">Files, directories, and "-" for standard input.</param>
/// <param name="Outputs">The reports to write.</param>
/// <param name="AsOf">The day that stands for today.</param>
/// <param name="Phi">How much of a patient's data every report shows; null for each format's own default.</param>
/// <param name="RulesDirectory">A directory of further rules; null where there is none.</param>
/// <param name="Data">The folder of imported tables; null for the default one.</param>
/// <param name="Engine">The engine that judges.</param>
/// <param name="Colour">auto, always or never.</param>
/// <param name="Quiet">Whether only failures are said on standard error.</param>
/// <param name="Debug">Whether standard error tells what is going on.</param>
internal sealed record CheckOptions(
    IReadOnlyList<string> Paths,
    IReadOnlyList<OutputRequest> Outputs,
    DateOnly AsOf,
    PhiLevel? Phi,
    string? RulesDirectory,
    string? Data,
    EngineChoice Engine,
    string Colour,
    bool Quiet,
    bool Debug);
