using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>What a level must hold, asked for when it ends.</summary>
internal sealed partial class X12Reading
{
    /// <summary>Asks a level for what it must hold, when it ends. One missing segment is one fault, so only the first counts.</summary>
    private void CloseLevel(SourceSpan at)
    {
        if (_isSkipped || _isLevelClosed)
            return;
        var here = at with { Length = 0 };
        var missing = _disturbed || (NeededBy(_level) & ~_seen) == 0 ? null : _level switch
        {
            Level.Header => FirstMissing((Seen.Beginning, "BHT"), (Seen.Submitter, "NM1*41"), (Seen.Receiver, "NM1*40")),
            Level.Billing => FirstMissing(
                (Seen.Billing, "NM1*85"), (Seen.BillingAddress, "N3 behind NM1*85"), (Seen.BillingCity, "N4 behind NM1*85")),
            Level.Subscriber => FirstMissing((Seen.Coverage, "SBR"), (Seen.Subscriber, "NM1*IL"), (Seen.Payer, "NM1*PR")),
            Level.Patient => FirstMissing((Seen.Patient, "NM1*QC")),
            _ => null,
        };
        if (missing is not null)
            ReportMissing(missing, here);
        if (_level >= Level.Claim && !_isPassedOver)
            CloseClaim(here);
    }

    private static Seen NeededBy(Level level) => level switch
    {
        Level.Header => Seen.Beginning | Seen.Submitter | Seen.Receiver,
        Level.Billing => Seen.Billing | Seen.BillingAddress | Seen.BillingCity,
        Level.Subscriber => Seen.Coverage | Seen.Subscriber | Seen.Payer,
        Level.Patient => Seen.Patient,
        _ => Seen.None,
    };

    private string? FirstMissing(params ReadOnlySpan<(Seen Flag, string Segment)> needed)
    {
        foreach (var (flag, segment) in needed)
        {
            if ((_seen & flag) == 0)
                return segment;
        }

        return null;
    }
}
