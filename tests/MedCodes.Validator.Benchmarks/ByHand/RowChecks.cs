using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Engine.Cases;

namespace MedCodes.Validator.Benchmarks.ByHand;

/// <summary>Rules about one fact, written by hand. What is missing or unreadable breaks none of them.</summary>
internal sealed class RowChecks : IHandChecks
{
    private const int NpiLength = 10;

    public static string[] Rules { get; } = ["MC2001", "MC2002", "MC2102", "MC2105", "MC3005", "MC3006", "MC3011", "MC3014"];

    IReadOnlyList<string> IHandChecks.Rules => Rules;

    public void Check(PatientCase patient, Span<int> found)
    {
        foreach (var facts in patient.Claims)
        {
            var claim = facts.View;
            if (claim.BillingProvider is { } billing)
                OfProvider(billing, found);
            foreach (var provider in claim.Providers)
                OfProvider(provider, found);
            foreach (var diagnosis in claim.Diagnoses)
                OfDiagnosis(diagnosis, found);
            foreach (var line in claim.Lines)
                OfLine(line, found);
        }
    }

    private static void OfProvider(Provider provider, Span<int> found)
    {
        ref readonly var row = ref provider.Row;
        var hasNpi = row.IdQualifier == Codes.Xx && row.Id != 0;
        if (hasNpi && !IsNpi(provider))
            found[0]++;
        if (!hasNpi && row.Role == ProviderRole.Billing && !provider.HasSecondaryId)
            found[1]++;
    }

    private static bool IsNpi(Provider provider)
    {
        var id = provider.Row.Id;
        if (id >= ProviderRow.IsText)
            return Npi.HasValidCheckDigit(provider.IdText);
        Span<char> digits = stackalloc char[NpiLength];
        id--;
        for (var place = NpiLength - 1; place >= 0; place--, id /= 10)
            digits[place] = (char)('0' + id % 10);
        return Npi.HasValidCheckDigit(digits);
    }

    private static void OfDiagnosis(Diagnosis diagnosis, Span<int> found)
    {
        ref readonly var row = ref diagnosis.Batch.Rows.Diagnoses[diagnosis.Index];
        if (Codes.First(row.Qualifier) == 'A' && Codes.At(row.Qualifier, 1) == 'B' && row.Code != 0 && !Codes.IsDiagnosis(row.Code))
            found[5]++;
    }

    private static void OfLine(ServiceLine line, Span<int> found)
    {
        ref readonly var row = ref line.Row;
        if (line.Charge < 0)
            found[2]++;
        if (line.Units <= 0)
            found[3]++;
        if (row.Qualifier == Codes.Hc && row.Code != 0 && !Codes.IsProcedure(row.Code))
            found[4]++;
        var (isRight, isLeft) = (false, false);
        for (var modifiers = row.Modifiers; modifiers != 0; modifiers >>= 16)
        {
            var modifier = (ushort)modifiers;
            if (modifier is not (0 or LineRow.UnreadableModifier) && !Codes.IsModifier(modifier))
                found[6]++;
            isRight |= modifier == Codes.Rt;
            isLeft |= modifier == Codes.Lt;
        }

        if (isRight && isLeft)
            found[7]++;
        foreach (var provider in line.Providers)
            OfProvider(provider, found);
    }
}
