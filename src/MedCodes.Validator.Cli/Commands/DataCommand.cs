using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes data import|status|lookup|verify|remove</c>.</summary>
internal static class DataCommand
{
    public static Command Create(ITerminal terminal) => new("data", "Import reference tables, and look into them.")
    {
        new DataImport(terminal).Command,
        new DataStatus(terminal).Command,
        new DataLookup(terminal).Command,
        new DataVerify(terminal).Command,
        new DataRemove(terminal).Command,
    };
}
