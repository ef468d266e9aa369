using System.Globalization;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading;

/// <summary>Where claims and their parts stand in the file, and what the reader found wrong: what a dump of values leaves out.</summary>
internal static class ClaimPlaces
{
    /// <summary>The places of claims, one below the other.</summary>
    public static string Of(IEnumerable<Claim> claims)
    {
        var text = new StringBuilder();
        foreach (var claim in claims)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{claim.Ordinal} {claim.Path} {claim.Span} ST {claim.Transaction.Span} {claim.Transaction.Start} ISA {claim.Transaction.Interchange.Span}");
            foreach (var field in Enum.GetValues<ClaimField>())
                text.Append(CultureInfo.InvariantCulture, $" {claim.PathOf(field)} {claim.SpanOf(field)}");
            text.AppendLine();
            if (claim.BillingProvider is { } billing)
                Write(text, billing);
            foreach (var provider in claim.Providers)
                Write(text, provider);
            foreach (var diagnosis in claim.Diagnoses)
                text.AppendLine(CultureInfo.InvariantCulture, $" {diagnosis.Path} {diagnosis.Span}");
            foreach (var code in claim.Codes)
                text.AppendLine(CultureInfo.InvariantCulture, $" {code.Path} {code.Span}");
            foreach (var supplement in claim.Supplements)
                text.AppendLine(CultureInfo.InvariantCulture, $" {supplement.Span}");
            foreach (var payer in claim.OtherPayers)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $" {payer.Path} {payer.Span}");
                Write(text, payer.Adjustments);
            }

            foreach (var line in claim.Lines)
                Write(text, line);
        }

        return text.ToString();
    }

    /// <summary>Faults in the order of the file, one below the other.</summary>
    public static string Of(IEnumerable<Fault> faults) => string.Join('\n', faults.OrderBy(fault => fault.Span.Offset)
        .Select(fault => $"{fault.Kind} {fault.Span} {fault.Path} {fault.Claim} {fault.Expected} {fault.Found} {fault.FoundPrivacy}"));

    private static void Write(StringBuilder text, IEnumerable<Adjustment> adjustments)
    {
        foreach (var adjustment in adjustments)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {adjustment.Span}");
    }

    private static void Write(StringBuilder text, Provider provider) =>
        text.AppendLine(CultureInfo.InvariantCulture, $" {provider.Path} {provider.SpanOf(ProviderField.IdText)}");

    private static void Write(StringBuilder text, ServiceLine line)
    {
        text.Append(CultureInfo.InvariantCulture, $" {line.Path} {line.Span}");
        foreach (var field in Enum.GetValues<LineField>())
            text.Append(CultureInfo.InvariantCulture, $" {line.SpanOf(field)}");
        text.AppendLine();
        foreach (var supplement in line.Supplements)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {supplement.Span}");
        foreach (var adjudication in line.Adjudications)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {adjudication.Path} {adjudication.Span}");
            Write(text, adjudication.Adjustments);
        }
    }
}
