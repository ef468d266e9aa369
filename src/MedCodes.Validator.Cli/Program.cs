using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Terminal;

return Medcodes.Run(args, new SystemTerminal(), check: null);
