using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

public class X12CodeTests
{
    [Fact]
    public void Every_code_of_an_institutional_claim_is_kept()
    {
        var claim = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryCode)).Claims[0];

        Assert.Equal(["ABK Y", "ABJ ", "ABF N", "ABF U", "APR ", "ABN Y"], claim.Diagnoses.Select(one => $"{one.Qualifier} {one.PresentOnAdmission}"));
        Assert.Equal(
            ["DR 460", "BBR 3E0R3BZ", "BBQ 3E0T3BZ", "BI 70", "BH 11", "BH 50", "BE 80", "BE A2", "BG C1"],
            claim.Codes.Select(code => $"{code.Qualifier} {code.Code}"));
        Assert.Equal(new DateOnly(2024, 6, 1), claim.Codes[3].Date);
        Assert.Equal(new DateOnly(2024, 6, 4), claim.Codes[3].Through);
        Assert.Equal(125.75m, claim.Codes[7].Amount);
        Assert.Equal(("1", "7", "01", "111"), (claim.AdmissionType, claim.AdmissionSource, claim.PatientStatus, claim.TypeOfBill));
    }

    [Fact]
    public void Every_code_is_found_again()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryCode));

        Assert.All(batch.Claims[0].Codes, code => Assert.Equal(code.Code, ClaimFiles.TextOf(batch.File!, code.Span)));
        Assert.Equal("2300[1]/HI[BH,5]", batch.Claims[0].Codes[4].Path);
    }

    [Fact]
    public void What_cannot_be_read_of_a_code_is_marked_by_itself()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryCode).With("BI:70:RD8:20240601-20240604", "BI:70:RD8:20240601-20249904:1O0"));
        var code = batch.Claims[0].Codes[3];

        Assert.Equal(("70", null, null), (code.Code, code.Date, code.Amount));
        Assert.Equal([ClaimCodeField.Date, ClaimCodeField.Amount], Enum.GetValues<ClaimCodeField>().Where(code.IsUnreadable));
        Assert.Equal("20240601-20249904", ClaimFiles.TextOf(batch.File!, code.SpanOf(ClaimCodeField.Date)));
        Assert.Equal("1O0", ClaimFiles.TextOf(batch.File!, code.SpanOf(ClaimCodeField.Amount)));
    }

    [Fact]
    public void Elements_of_an_accident_and_what_goes_with_the_claim_are_kept()
    {
        var claim = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryElement)).Claims[0];

        Assert.Equal(("P", "OH", "MEX", "02", "7"), (claim.PatientSignatureSource, claim.AccidentState, claim.AccidentCountry, claim.SpecialProgram, claim.DelayReason));
        Assert.Equal(new DateOnly(2024, 7, 2), claim.LastSeen);
        Assert.Equal(12, claim.Diagnoses.Count);
        Assert.Equal(
            ["Attachment OZ EL SYNATTACH1", "FixedFormat   SYNTHETIC STATE DATA", "Note ADD  SYNTHETIC NOTE OF THE CLAIM"],
            claim.Supplements.Select(one => $"{one.Kind} {one.Code} {one.Transmission} {one.Text}"));
        Assert.Equal("GROUP7", claim.BillingProvider?.SecondaryId);
        Assert.Equal("REFER7", claim.ReferringProvider?.SecondaryId);
        Assert.Null(claim.RenderingProvider?.SecondaryId);
        Assert.Equal(("19", "2010CA"), (claim.Relationship, claim.PathOf(ClaimField.PatientBirthDate).Split('/')[0]));
    }

    [Fact]
    public void Elements_of_a_line_are_kept()
    {
        var line = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryElement)).Lines[0];

        Assert.True(line is { IsEmergency: true, IsScreening: true, IsFamilyPlanning: true, HasDescription: true });
        Assert.Equal(("36D0000002", new DateOnly(2024, 7, 14)), (line.CliaNumber, line.LastSeen));
        Assert.Equal([SupplementKind.Attachment, SupplementKind.FixedFormat, SupplementKind.Note], line.Supplements.Select(one => one.Kind));
        Assert.Equal("SYNTHETIC NOTE OF THE LINE", line.Supplements[2].Text);
    }

    [Theory]
    [InlineData(OtherPayerField.PayerSequence, "P", "2300[1]/2320[1]/SBR01")]
    [InlineData(OtherPayerField.Paid, "200", "2300[1]/2320[1]/AMT02[D]")]
    [InlineData(OtherPayerField.NotCovered, "10.5", "2300[1]/2320[1]/AMT02[A8]")]
    [InlineData(OtherPayerField.PayerId, "99999", "2300[1]/2320[1]/2330B/NM109[PR]")]
    [InlineData(OtherPayerField.MemberId, "1TESTOTHER", "2300[1]/2320[1]/2330A/NM109[IL]")]
    [InlineData(OtherPayerField.Adjudicated, "20240720", "2300[1]/2320[1]/2330B/DTP03[573]")]
    public void Another_payers_values_say_where_they_stand(OtherPayerField field, string text, string path)
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryElement));
        var payer = batch.Claims[0].OtherPayers[0];

        Assert.Equal((text, path), (ClaimFiles.TextOf(batch.File!, payer.SpanOf(field)), payer.PathOf(field)));
    }

    [Theory]
    [InlineData(AdjudicationField.PayerId, "99999", "2300[1]/2400[1]/2430[1]/SVD01")]
    [InlineData(AdjudicationField.Code, "64493", "2300[1]/2400[1]/2430[1]/SVD03-2")]
    [InlineData(AdjudicationField.Date, "20240721", "2300[1]/2400[1]/2430[1]/DTP03[573]")]
    public void Another_payers_answer_says_where_its_values_stand(AdjudicationField field, string text, string path)
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryElement));
        var answer = batch.Lines[0].Adjudications[0];

        Assert.Equal((text, path), (ClaimFiles.TextOf(batch.File!, answer.SpanOf(field)), answer.PathOf(field)));
    }

    [Fact]
    public void Another_payers_unreadable_values_are_marked()
    {
        var text = ClaimFiles.Text(ClaimFiles.EveryElement).With("AMT*D*200", "AMT*D*2OO").With("SVD*99999*200*", "SVD*99999*2OO*").With("CAS*PR*1*50", "CAS*PR*1*5O");
        var batch = ClaimFiles.ReadOne(text);

        Assert.Equal(3, batch.Faults.Count(fault => fault.Kind == FaultKind.InvalidNumber));
        Assert.True(batch.Claims[0].OtherPayers[0].IsUnreadable(OtherPayerField.Paid));
        Assert.False(batch.Claims[0].OtherPayers[0].IsUnreadable(OtherPayerField.NotCovered));
        Assert.True(batch.Lines[0].Adjudications[0].IsUnreadable(AdjudicationField.Paid));
        Assert.True(batch.Claims[0].OtherPayers[0].Adjustments[2].IsUnreadable(AdjustmentField.Amount));
    }
}
