using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Tests.Reading.X12;

public class X12ReaderTests
{
    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public void Sound_file_has_no_faults(string name) => Assert.Empty(ClaimFiles.Faults(ClaimFiles.Text(name)));

    [Fact]
    public void Subscriber_who_is_the_patient_is_read_with_claim_and_providers()
    {
        var claim = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional)).Claims[0];

        Assert.Equal("SYN-0001", claim.Id);
        Assert.Equal(700m, claim.Total);
        Assert.Equal("11", claim.PlaceOfService);
        Assert.Equal("1", claim.Frequency);
        Assert.Equal("A", claim.Assignment);
        Assert.Equal("PA0001", claim.PriorAuthorization);
        Assert.Equal(ClaimSetting.Professional, claim.Setting);
        Assert.Equal(new DateOnly(2024, 8, 1), claim.Submitted);
        Assert.False(claim.Reporting);
        Assert.Equal("0001", claim.TransactionControlNumber);
        Assert.Equal("000000001", claim.InterchangeControlNumber);
        Assert.Equal("SYNTHETIC", claim.SenderId);
        Assert.Equal("TESTRECEIVER", claim.ReceiverId);
        Assert.Equal("005010X222A1", claim.Transaction.Guide);
        Assert.Equal("P", claim.PayerSequence);
        Assert.Equal("MB", claim.FilingIndicator);
        Assert.Equal("00001", claim.PayerId);
        Assert.Equal("TESTPAYER", claim.PayerName);
        Assert.Equal("1TEST00AA01", claim.MemberId);
        Assert.Equal("ANN", claim.PatientFirstName);
        Assert.Equal(new DateOnly(1950, 1, 2), claim.PatientBirthDate);
        Assert.Equal("F", claim.PatientSex);
        Assert.True(claim.PatientIsSubscriber);
        Assert.Equal("1234567893", claim.BillingProvider?.Npi);
        Assert.True(claim.BillingProvider?.IsOrganization);
        Assert.Equal("207L00000X", claim.BillingProvider?.Taxonomy);
        Assert.Equal("000000001", claim.BillingProvider?.TaxId);
        Assert.Equal("1245319599", claim.RenderingProvider?.Npi);
        Assert.Equal("208VP0014X", claim.RenderingProvider?.Taxonomy);
        Assert.False(claim.RenderingProvider?.IsOrganization);
        Assert.Equal([("M47816", true), ("M5450", false)], claim.Diagnoses.Select(diagnosis => (diagnosis.Code!, diagnosis.IsPrincipal)));
    }

    [Fact]
    public void Dependent_is_the_patient_and_the_subscriber_the_member()
    {
        var claim = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional)).Claims[1];

        Assert.False(claim.PatientIsSubscriber);
        Assert.Equal("CARA", claim.PatientFirstName);
        Assert.Equal(new DateOnly(2010, 3, 4), claim.PatientBirthDate);
        Assert.Equal("TEST0002", claim.MemberId);
        Assert.Equal("CI", claim.FilingIndicator);
        Assert.Equal("19", claim.Relationship);
        Assert.Equal(["OA"], claim.RelatedCauses);
        Assert.Equal(new DateOnly(2024, 7, 1), claim.Accident);
        Assert.Equal("1112223338", claim.ReferringProvider?.Npi);
        Assert.Equal("1555555550", claim.FacilityProvider?.Npi);
        Assert.Null(claim.RenderingProvider);
    }

    [Fact]
    public void Lines_are_read_with_all_that_follows_them()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional));
        var (first, visit, drug) = (batch.Lines[0], batch.Lines[2], batch.Lines[3]);

        Assert.Equal(1, first.Number);
        Assert.Equal("HC", first.CodeQualifier);
        Assert.Equal("64493", first.Code?.Text);
        Assert.Equal(["RT"], first.Modifiers.Select(modifier => modifier.Text));
        Assert.Equal(500m, first.Charge);
        Assert.Equal("UN", first.Unit);
        Assert.Equal(1m, first.Units);
        Assert.Equal("11", first.PlaceOfService);
        Assert.Equal([1, 2], first.Pointers.Select(pointer => pointer.Target));
        Assert.Equal(new DateOnly(2024, 7, 15), first.Date);
        Assert.Equal("L0001", first.ControlNumber);
        Assert.Equal("1245319599", first.RenderingProvider?.Npi);
        Assert.Equal(1, visit.Ordinal);
        Assert.Equal("11", visit.PlaceOfService);
        Assert.Equal("22", visit.Claim.PlaceOfService);
        Assert.Equal(new DateOnly(2024, 7, 17), visit.Through);
        Assert.Equal(ProviderRole.Billing, visit.RenderingProvider?.Role);
        Assert.Equal("00000000001", drug.Ndc);
        Assert.Equal(1.5m, drug.NdcUnits);
        Assert.Equal("ML", drug.NdcUnit);
        Assert.Equal("1112223338", drug.OrderingProvider?.Npi);
        Assert.Null(visit.OrderingProvider);
    }

    [Fact]
    public void Other_payers_are_never_taken_for_the_claims_own()
    {
        var claim = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Secondary)).Claims[0];
        var other = Assert.Single(claim.OtherPayers);
        var answer = Assert.Single(claim.Lines[0].Adjudications);

        Assert.Equal("S", claim.PayerSequence);
        Assert.Equal("TEST0003", claim.MemberId);
        Assert.Equal("TESTPAYER", claim.PayerName);
        Assert.Equal("1234567893", claim.BillingProvider?.Npi);
        Assert.Single(claim.Providers);
        Assert.Equal("P", other.PayerSequence);
        Assert.Equal("1TEST00AA03", other.MemberId);
        Assert.Equal("TESTMEDICARE", other.PayerName);
        Assert.Equal(180m, other.Paid);
        Assert.Equal(20m, other.RemainingLiability);
        Assert.Equal(new DateOnly(2024, 7, 25), other.Adjudicated);
        Assert.Equal([("PR", "1", 20m)], other.Adjustments.Select(each => (each.Group!, each.Reason!, each.Amount!.Value)));
        Assert.Equal("00001", answer.PayerId);
        Assert.Equal(180m, answer.Paid);
        Assert.Equal("64483", answer.Code?.Text);
        Assert.Equal(new DateOnly(2024, 7, 25), answer.Date);
        Assert.Equal([("CO", 100m), ("PR", 20m)], answer.Adjustments.Select(each => (each.Group!, each.Amount!.Value)));
        Assert.Equal(new DateOnly(2024, 7, 10), claim.Lines[0].Date);
    }

    [Fact]
    public void Institutional_claim_is_read_with_type_of_bill_statement_and_revenue_codes()
    {
        var claim = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Institutional)).Claims[0];

        Assert.Equal(ClaimSetting.Institutional, claim.Setting);
        Assert.Equal("131", claim.TypeOfBill);
        Assert.Equal(new DateOnly(2024, 7, 15), claim.StatementFrom);
        Assert.Equal(new DateOnly(2024, 7, 16), claim.StatementThrough);
        Assert.Equal(new DateOnly(2024, 7, 15), claim.Admission);
        Assert.Equal("ICN0001", claim.OriginalReference);
        Assert.Equal(["ABK", "APR", "ABF", "ABF"], claim.Diagnoses.Select(diagnosis => diagnosis.Qualifier));
        Assert.Equal(["M47816", "M5450", "I10", "E119"], claim.Diagnoses.Select(diagnosis => diagnosis.Code));
        Assert.Equal("1666666668", claim.AttendingProvider?.Npi);
        Assert.Equal("0360", claim.Lines[0].RevenueCode);
        Assert.Equal("64493", claim.Lines[0].Code?.Text);
        Assert.Null(claim.Lines[1].Code);
        Assert.Equal(150m, claim.Lines[1].Charge);
        Assert.Equal(3m, claim.Lines[1].Units);
    }

    [Theory]
    [InlineData("CLM*SYN-0001*700***11:B:1*Y*A*Y*Y", "CLM*SYN-0001*700***11:B:7*Y*A*Y*Y***********9")]
    public void Delay_reason_stands_in_the_twentieth_element(string old, string replacement)
    {
        var claim = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional).With(old, replacement)).Claims[0];

        Assert.Equal("9", claim.DelayReason);
        Assert.Equal("7", claim.Frequency);
    }

    [Fact]
    public void Twelve_diagnoses_and_four_modifiers_and_pointers_are_read()
    {
        var hi = "HI*ABK:A01*" + string.Join('*', Enumerable.Range(2, 11).Select(i => $"ABF:A{i:D2}"));
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional)
            .With("HI*ABK:M47816*ABF:M5450", hi)
            .With("HC:64493:RT*500*UN*1***1:2", "HC:64493:RT:59:KX:GA:TESTDESCRIPTION*500*UN*1***12:11:10:9**Y"));

        Assert.Empty(batch.Faults);
        Assert.Equal(12, batch.Claims[0].Diagnoses.Count);
        Assert.Equal("A12", batch.Claims[0].Diagnoses[11].Code);
        Assert.Equal(["RT", "59", "KX", "GA"], batch.Lines[0].Modifiers.Select(modifier => modifier.Text));
        Assert.Equal("A12", batch.Lines[0].Pointers[0].Diagnosis?.Code);
        Assert.Equal(4, batch.Lines[0].Pointers.Count);
        Assert.True(batch.Lines[0].HasDescription);
        Assert.True(batch.Lines[0].IsEmergency);
    }

    [Fact]
    public void Empty_places_among_modifiers_and_pointers_count()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional)
            .With("HC:64493:RT*500*UN*1***1:2", "HC:64493::59*500*UN*1***1::2"));

        Assert.Equal([(2, "59")], batch.Lines[0].Modifiers.Select(modifier => (modifier.Position, modifier.Text!)));
        Assert.Equal([(1, 1), (3, 2)], batch.Lines[0].Pointers.Select(pointer => (pointer.Position, pointer.Target!.Value)));
    }

    [Fact]
    public void Malformed_code_of_up_to_eight_characters_is_kept_as_written()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional).With("HC:64493:RT", "HC:6449 3X:RT"));

        Assert.Empty(batch.Faults);
        Assert.Equal("6449 3X", batch.Lines[0].Code?.Text);
    }

    [Fact]
    public void Notes_and_attachments_are_noticed()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional)
            .With("REF*G1*PA0001~", "PWK*OZ*BM***AC*X1~REF*G1*PA0001~K3*TEST~NTE*ADD*TEST~")
            .With("REF*6R*L0001~", "PWK*CT*AD~REF*6R*L0001~NTE*ADD*TEST~").Recounted());

        Assert.Empty(batch.Faults);
        Assert.True(batch.Claims[0].HasNote);
        Assert.True(batch.Claims[0].HasAttachment);
        Assert.True(batch.Claims[0].HasFixedFormat);
        Assert.True(batch.Lines[0].HasNote);
        Assert.True(batch.Lines[0].HasAttachment);
        Assert.False(batch.Lines[1].HasNote);
    }

    [Fact]
    public void Reporting_transaction_is_told_from_claims_to_be_paid() =>
        Assert.True(ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional).With("1200*CH~", "1200*RP~")).Claims[0].Reporting);

    [Fact]
    public void Line_providers_come_before_those_of_the_claim()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional)
            .With("REF*6R*L0001~", "REF*6R*L0001~NM1*82*1*TESTDOCTOR*TWO****XX*1112223338~REF*G2*X~NM1*DQ*1*TESTDOCTOR****XX*1555555550~").Recounted());

        Assert.Equal("1112223338", batch.Lines[0].RenderingProvider?.Npi);
        Assert.True(batch.Lines[0].RenderingProvider?.HasSecondaryId);
        Assert.Equal(ProviderRole.Supervising, batch.Lines[0].SupervisingProvider?.Role);
        Assert.Equal("1245319599", batch.Lines[1].RenderingProvider?.Npi);
        Assert.Single(batch.Claims[0].Providers);
    }
}
