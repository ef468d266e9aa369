using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Terminal;

QuietStart.Begin();
using var interruption = new Interruption();
var terminal = new SystemTerminal();
return Medcodes.Run(args, terminal, new Validation(terminal).Check);
