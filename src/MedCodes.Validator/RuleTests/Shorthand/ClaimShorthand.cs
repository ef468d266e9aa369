using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Shorthand;

/// <summary>Reads a claim of the shorthand: what it does not give is that of the <see cref="CleanClaim"/>.</summary>
internal static class ClaimShorthand
{
    /// <summary>Reads a claim.</summary>
    /// <param name="claim">Its map.</param>
    /// <param name="place">Its place among the claims of the test, from 1.</param>
    /// <param name="diagnostics">Where faults go.</param>
    public static ClaimInput Read(ShorthandReader claim, int place, Diagnostics diagnostics)
    {
        var isHospital = claim.Choice("setting", ["practitioner", "hospital"]) == "hospital";
        var providers = ProvidersOf(claim);
        ImmutableArray<LineInput> lines = claim.Has("lines")
            ? [.. claim.Maps("lines", "line").Select((line, index) => LineShorthand.Read(line, index + 1, providers is null))]
            : [LineShorthand.Clean(providers is null)];
        return new ClaimInput
        {
            Setting = isHospital ? ClaimSetting.Institutional : ClaimSetting.Professional,
            Id = claim.Text("id", CleanClaim.IdOf(place)),
            Total = claim.Number("total", lines.Sum(line => line.Charge ?? 0)),
            PlaceOfService = claim.Text("place-of-service", isHospital ? CleanClaim.HospitalBill : CleanClaim.PlaceOfService),
            Frequency = claim.Text("frequency", "1"),
            DelayReason = claim.Text("delay-reason"),
            OriginalReference = claim.Text("original-reference"),
            PriorAuthorization = claim.Text("prior-authorization"),
            CliaNumber = claim.Text("clia-number"),
            StatementFrom = claim.Date("statement-from"),
            StatementThrough = claim.Date("statement-through"),
            Admission = claim.Date("admission"),
            Onset = claim.Date("onset"),
            Accident = claim.Date("accident"),
            Submitted = claim.Date("submitted", CleanClaim.Submitted),
            Reporting = claim.YesNo("reporting", false) ?? false,
            PayerSequence = claim.Text("payer-sequence", "P"),
            InsuranceType = claim.Text("insurance-type"),
            FilingIndicator = claim.Text("filing-indicator", CleanClaim.FilingIndicator),
            PayerId = claim.Text("payer-id"),
            PayerName = CleanClaim.PayerName,
            MemberId = claim.Text("member-id", CleanClaim.MemberId),
            PatientFirstName = claim.Text("first-name", CleanClaim.FirstName),
            PatientLastName = CleanClaim.LastName,
            PatientBirthDate = claim.Date("patient-birth-date", CleanClaim.BirthDate),
            PatientSex = claim.Text("patient-sex", "F"),
            BillingProvider = BillingOf(claim, providers),
            Providers = [.. (providers ?? []).Where(provider => provider.Role != ProviderRole.Billing)],
            Diagnoses = DiagnosesOf(claim, diagnostics),
            Lines = lines,
            OtherPayers = [.. claim.Maps("other-payers", "other payer").Select(AnswerShorthand.OtherPayer)],
            TransactionControlNumber = "0001",
            InterchangeControlNumber = "000000001",
            SenderId = "SYNTHETIC",
            ReceiverId = "SYNTHETIC",
        };
    }

    /// <summary>The providers as given, which then are all there are; null where the clean claim's stand.</summary>
    private static ImmutableArray<ProviderInput>? ProvidersOf(ShorthandReader claim) =>
        claim.Has("providers") ? [.. claim.Maps("providers", "provider").Select(ProviderShorthand.Read)] : null;

    private static ProviderInput? BillingOf(ShorthandReader claim, ImmutableArray<ProviderInput>? providers) => providers is { } given
        ? given.FirstOrDefault(provider => provider.Role == ProviderRole.Billing)
        : ProviderShorthand.Billing(claim.Text("billing-provider", CleanClaim.BillingNpi), claim.Text("tax-id", CleanClaim.TaxId));

    private static ImmutableArray<DiagnosisInput> DiagnosesOf(ShorthandReader claim, Diagnostics diagnostics)
    {
        if (!claim.Has("diagnoses"))
            return [.. CleanClaim.Diagnoses.Select((code, index) => new DiagnosisInput(code, QualifierAt(index)))];
        var all = ImmutableArray.CreateBuilder<DiagnosisInput>();
        foreach (var node in claim.List("diagnoses"))
        {
            if (node is YamlScalar code)
            {
                all.Add(new DiagnosisInput(code.IsNull ? null : code.Text, QualifierAt(all.Count)));
            }
            else if (ShorthandReader.Of(node, "diagnosis", diagnostics) is { } diagnosis)
            {
                all.Add(new DiagnosisInput(diagnosis.Text("code"), diagnosis.Text("qualifier", QualifierAt(all.Count))));
                diagnosis.Done();
            }
        }

        return all.ToImmutable();
    }

    private static string QualifierAt(int index) => index == 0 ? "ABK" : "ABF";
}
