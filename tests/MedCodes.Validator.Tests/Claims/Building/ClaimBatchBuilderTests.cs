using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;

namespace MedCodes.Validator.Tests.Claims.Building;

public class ClaimBatchBuilderTests
{
    private static readonly DateOnly Day = new(2024, 7, 15);

    private static readonly ClaimInput Full = new()
    {
        Id = "C1",
        Total = 300.50m,
        PlaceOfService = "11",
        Frequency = "1",
        DelayReason = "11",
        OriginalReference = "ICN1",
        PriorAuthorization = "PA1",
        CliaNumber = "11D1111111",
        RelatedCauses = ["AA", "OA"],
        Onset = Day.AddDays(-3),
        Accident = Day.AddDays(-2),
        Submitted = Day.AddDays(5),
        Reporting = true,
        TransactionControlNumber = "0001",
        InterchangeControlNumber = "000000001",
        SenderId = "SYNTHETIC",
        ReceiverId = "PAYER",
        PayerSequence = "P",
        FilingIndicator = "MB",
        InsuranceType = "12",
        PayerId = "00001",
        PayerName = "TESTPAYER",
        MemberId = "1TEST00AA00",
        PatientFirstName = "ANN",
        PatientLastName = "TESTPATIENT",
        PatientBirthDate = new DateOnly(1950, 1, 2),
        PatientSex = "F",
        BillingProvider = new ProviderInput { IdText = "1234567893", IsOrganization = true, TaxId = "123456789", Taxonomy = "207L00000X" },
        Providers = [new ProviderInput { Role = ProviderRole.Rendering, IdText = "1245319599", IsOrganization = false, HasSecondaryId = true }],
        Diagnoses = [new DiagnosisInput("M5450", "ABK"), new DiagnosisInput("M47816", "ABF")],
        Lines =
        [
            new LineInput
            {
                Number = 1,
                Code = "64490",
                Modifiers = ["RT", "59"],
                Charge = 200m,
                Unit = "UN",
                Units = 1m,
                Pointers = [1, 2],
                Date = Day,
                ControlNumber = "L1",
            },
            new LineInput
            {
                Number = 2,
                Code = "J1100",
                Charge = 100.50m,
                Unit = "UN",
                Units = 2.5m,
                PlaceOfService = "22",
                Pointers = [3],
                Date = Day,
                Through = Day.AddDays(1),
                Ndc = "00000000001",
                NdcUnits = 1.5m,
                NdcUnit = "ML",
                Providers = [new ProviderInput { Role = ProviderRole.Rendering, IdText = "X" }, new ProviderInput { Role = ProviderRole.Ordering }],
                Adjudications = [new AdjudicationInput { PayerId = "00002", Paid = 10m, Date = Day, Adjustments = [new AdjustmentInput("CO", "45", 90.50m)] }],
            },
        ],
        OtherPayers = [new OtherPayerInput { PayerSequence = "S", PayerId = "00002", Paid = 10m, Adjustments = [new AdjustmentInput("PR", "1", 5m, 1m)] }],
    };

    [Fact]
    public void Claim_comes_back_as_it_was_given()
    {
        var claim = Built(Full).Claims[0];

        Assert.Equal("C1", claim.Id);
        Assert.Equal(1, claim.Ordinal);
        Assert.Equal(300.50m, claim.Total);
        Assert.Equal("11", claim.PlaceOfService);
        Assert.Null(claim.TypeOfBill);
        Assert.Equal("11", claim.DelayReason);
        Assert.Equal("ICN1", claim.OriginalReference);
        Assert.Equal("PA1", claim.PriorAuthorization);
        Assert.Equal("11D1111111", claim.CliaNumber);
        Assert.Equal(["AA", "OA"], claim.RelatedCauses);
        Assert.Equal(Day.AddDays(-3), claim.Onset);
        Assert.Equal(Day.AddDays(-2), claim.Accident);
        Assert.Null(claim.Admission);
        Assert.Equal(Day.AddDays(5), claim.Submitted);
        Assert.True(claim.Reporting);
        Assert.Equal("0001", claim.TransactionControlNumber);
        Assert.Equal("000000001", claim.InterchangeControlNumber);
        Assert.Equal("SYNTHETIC", claim.SenderId);
        Assert.Equal("MB", claim.FilingIndicator);
        Assert.Equal("00001", claim.PayerId);
        Assert.Equal("1TEST00AA00", claim.MemberId);
        Assert.Equal("TESTPATIENT", claim.PatientLastName);
        Assert.Equal(new DateOnly(1950, 1, 2), claim.PatientBirthDate);
        Assert.True(claim.PatientIsSubscriber);
    }

    [Fact]
    public void Lines_come_back_as_they_were_given()
    {
        var claim = Built(Full).Claims[0];
        var first = claim.Lines[0];
        var second = claim.Lines[1];

        Assert.Equal("64490", first.Code?.Text);
        Assert.Equal(["RT", "59"], first.Modifiers.Select(modifier => modifier.Text));
        Assert.Equal([1, 2], first.Modifiers.Select(modifier => modifier.Position));
        Assert.Equal([1, 2], first.Pointers.Select(pointer => pointer.Target));
        Assert.Equal("M47816", first.Pointers[1].Diagnosis?.Code);
        Assert.Equal(Day, first.Through);
        Assert.Equal("11", first.PlaceOfService);
        Assert.Equal("L1", first.ControlNumber);
        Assert.Equal(2, second.Ordinal);
        Assert.Equal(2.5m, second.Units);
        Assert.Equal("22", second.PlaceOfService);
        Assert.Equal(Day.AddDays(1), second.Through);
        Assert.Equal("00000000001", second.Ndc);
        Assert.Equal(1.5m, second.NdcUnits);
        Assert.Equal(3, second.Pointers[0].Target);
        Assert.Null(second.Pointers[0].Diagnosis);
        Assert.Equal(90.50m, second.Adjudications[0].Adjustments[0].Amount);
        Assert.Equal("PR", claim.OtherPayers[0].Adjustments[0].Group);
    }

    [Fact]
    public void Rendering_provider_is_the_lines_then_the_claims_then_the_billing_provider()
    {
        var claim = Built(Full).Claims[0];

        Assert.Equal("X", claim.Lines[1].RenderingProvider?.IdText);
        Assert.Equal("1245319599", claim.Lines[0].RenderingProvider?.Npi);
        var alone = Built(Full with { Providers = [] }).Claims[0].Lines[0].RenderingProvider;
        Assert.Equal(ProviderRole.Billing, alone?.Role);
        Assert.True(alone?.IsOrganization);
        Assert.Null(Built(Full with { Providers = [], BillingProvider = null }).Claims[0].Lines[0].RenderingProvider);
    }

    [Fact]
    public void Missing_values_are_null_and_not_unreadable()
    {
        var batch = Built(new ClaimInput { Lines = [new LineInput()] });
        var claim = batch.Claims[0];
        var line = batch.Lines[0];

        Assert.Null(claim.Id);
        Assert.Null(claim.Total);
        Assert.Null(claim.BillingProvider);
        Assert.Empty(claim.RelatedCauses);
        Assert.Empty(claim.Diagnoses);
        Assert.Null(line.Code);
        Assert.Null(line.Units);
        Assert.Null(line.Number);
        Assert.Null(line.Date);
        Assert.Null(line.Through);
        Assert.Empty(line.Modifiers);
        Assert.Empty(line.Pointers);
        Assert.All(Enum.GetValues<ClaimField>(), field => Assert.False(claim.IsUnreadable(field)));
        Assert.All(Enum.GetValues<LineField>(), field => Assert.False(line.IsUnreadable(field)));
    }

    [Fact]
    public void Unreadable_values_are_told_from_missing_ones()
    {
        var batch = Built(new ClaimInput
        {
            Unreadable = [ClaimField.Total, ClaimField.PatientBirthDate],
            Lines = [new LineInput(), new LineInput { Unreadable = [LineField.Date] }],
        });

        Assert.True(batch.Claims[0].IsUnreadable(ClaimField.Total));
        Assert.True(batch.Claims[0].IsUnreadable(ClaimField.PatientBirthDate));
        Assert.False(batch.Claims[0].IsUnreadable(ClaimField.Id));
        Assert.False(batch.Lines[0].IsUnreadable(LineField.Date));
        Assert.True(batch.Lines[1].IsUnreadable(LineField.Date));
    }

    [Fact]
    public void Place_of_service_that_is_the_claims_is_read_and_found_there()
    {
        var batch = Built(new ClaimInput
        {
            PlaceOfService = "11",
            Lines = [new LineInput(), new LineInput { PlaceOfService = "22" }, new LineInput { Unreadable = [LineField.PlaceOfService] }],
        });

        Assert.Equal(["11", "22", null], batch.Lines.Select(line => line.PlaceOfService));
        Assert.Equal("2300[1]/CLM05-1", batch.Lines[0].PathOf(LineField.PlaceOfService));
        Assert.Equal("2300[1]/2400[2]/SV105", batch.Lines[1].PathOf(LineField.PlaceOfService));
        Assert.Equal([false, false, true], batch.Lines.Select(line => line.IsUnreadable(LineField.PlaceOfService)));
        Assert.True(Built(new ClaimInput { Unreadable = [ClaimField.PlaceOfService], Lines = [new LineInput()] }).Lines[0].IsUnreadable(LineField.PlaceOfService));
    }

    [Fact]
    public void Type_of_bill_cannot_be_read_where_its_frequency_cannot()
    {
        var input = new ClaimInput { Setting = ClaimSetting.Institutional, PlaceOfService = "13", Unreadable = [ClaimField.Frequency] };

        Assert.True(Built(input).Claims[0].IsUnreadable(ClaimField.TypeOfBill));
        Assert.Null(Built(input).Claims[0].TypeOfBill);
        Assert.False(Built(input with { Setting = ClaimSetting.Professional }).Claims[0].IsUnreadable(ClaimField.TypeOfBill));
    }

    [Fact]
    public void Claims_and_lines_stand_in_the_order_of_declaration()
    {
        var batch = Built(Full, Full, Full);

        Assert.Equal([1, 2, 3], batch.Claims.Select(claim => claim.Ordinal));
        var spans = batch.Claims.SelectMany(claim => claim.Diagnoses.Select(diagnosis => diagnosis.Span)
            .Prepend(claim.Span).Concat(claim.Lines.Select(line => line.Span))).ToArray();
        Assert.Equal(spans.OrderBy(span => span.Offset), spans);
        Assert.All(spans, span => Assert.Equal(0, span.Length));
        var line = batch.Lines[0];
        Assert.True(line.Modifiers[0].Span.Offset < line.Modifiers[1].Span.Offset);
        Assert.True(line.Modifiers[1].Span.Offset < line.Pointers[0].Span.Offset);
    }

    [Fact]
    public void Paths_name_the_element()
    {
        var batch = Built(Full, Full);
        var line = batch.Claims[1].Lines[0];

        Assert.Equal("2300[2]/CLM05-1", batch.Claims[1].PathOf(ClaimField.PlaceOfService));
        Assert.Equal("2300[2]/REF02[F8]", batch.Claims[1].PathOf(ClaimField.OriginalReference));
        Assert.Equal("2300[2]/2400[1]/SV101-2", line.PathOf(LineField.Code));
        Assert.Equal("2300[2]/2400[1]/SV101-4", line.Modifiers[1].Path);
        Assert.Equal("2300[2]/2400[1]/SV107-2", line.Pointers[1].Path);
        Assert.Equal("2300[2]/HI[2]", batch.Claims[1].Diagnoses[1].Path);
        Assert.Equal("2010AA/NM109", batch.Claims[1].BillingProvider?.PathOf(ProviderField.IdText));
        Assert.Equal("2300[2]/2310B/NM109", batch.Claims[1].RenderingProvider?.PathOf(ProviderField.IdText));
        Assert.Equal("2300[2]/2400[2]/2420A/NM109", batch.Claims[1].Lines[1].RenderingProvider?.PathOf(ProviderField.IdText));
        Assert.Equal("2300[2]/2400[2]/2420E", batch.Claims[1].Lines[1].OrderingProvider?.Path);
    }

    [Fact]
    public void Dependent_keeps_the_subscribers_member_id()
    {
        var claim = Built(Full with { PatientIsSubscriber = false }).Claims[0];

        Assert.False(claim.PatientIsSubscriber);
        Assert.Equal("1TEST00AA00", claim.MemberId);
        Assert.Equal("ANN", claim.PatientFirstName);
    }

    [Fact]
    public void Institutional_claim_has_a_type_of_bill_and_no_place_of_service()
    {
        var claim = Built(Full with { Setting = ClaimSetting.Institutional, PlaceOfService = "13" }).Claims[0];

        Assert.Equal("131", claim.TypeOfBill);
        Assert.Null(claim.PlaceOfService);
        Assert.Equal("2300[1]/2400[1]/SV202-2", claim.Lines[0].PathOf(LineField.Code));
    }

    [Fact]
    public void Builder_goes_on_counting_in_its_next_batch()
    {
        var builder = new ClaimBatchBuilder();
        builder.Add(Full);
        builder.Build();
        builder.Add(Full);
        var batch = builder.Build();

        Assert.Equal(2, Assert.Single(batch.Claims).Ordinal);
        Assert.Equal("TESTPATIENT", batch.Claims[0].PatientLastName);
    }

    [Fact]
    public void Diagnosis_finds_its_claim_also_beside_claims_without_any()
    {
        var without = Full with { Diagnoses = [] };
        var batch = Built(without, Full, without, without, Full, without);

        foreach (var claim in batch.Claims)
            Assert.All(claim.Diagnoses, diagnosis => Assert.Equal(claim, diagnosis.Claim));
        Assert.Equal([2, 5], batch.Claims.Where(claim => claim.Diagnoses.Count > 0).Select(claim => claim.Ordinal));
        Assert.Equal([1, 2], batch.Claims[4].Diagnoses.Select(diagnosis => diagnosis.Position));
    }

    [Fact]
    public void Text_that_no_claim_can_hold_is_refused()
    {
        var builder = new ClaimBatchBuilder();

        Assert.Throws<ArgumentException>(() => builder.Add(Full with { Lines = [new LineInput { Code = "123456789" }] }));
        Assert.Throws<ArgumentException>(() => builder.Add(Full with { Lines = [new LineInput { Modifiers = ["590"] }] }));
    }

    private static ClaimBatch Built(params ClaimInput[] inputs)
    {
        var builder = new ClaimBatchBuilder();
        foreach (var input in inputs)
            builder.Add(input);
        return builder.Build();
    }
}
