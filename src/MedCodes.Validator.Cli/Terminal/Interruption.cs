using System.Runtime.InteropServices;
using MedCodes.Validator.Reading;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Takes away the temporary files of a run that is interrupted, and ends it as shells expect: with 130 or 143.</summary>
internal sealed class Interruption : IDisposable
{
    private const int Offset = 128;

    private readonly PosixSignalRegistration[] _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, 2)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, 15)),
    ];

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private static void End(PosixSignalContext signal, int number)
    {
        signal.Cancel = true;
        OutputFile.RemoveUnfinished();
        SpooledInput.RemoveUnfinished();
        Environment.Exit(Offset + number);
    }
}
