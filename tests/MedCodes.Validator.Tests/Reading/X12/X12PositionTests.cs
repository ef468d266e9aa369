using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

public class X12PositionTests
{
    [Theory]
    [InlineData(ClaimField.Id, "SYN-0002")]
    [InlineData(ClaimField.Total, "150.5")]
    [InlineData(ClaimField.PlaceOfService, "22")]
    [InlineData(ClaimField.Frequency, "1")]
    [InlineData(ClaimField.Accident, "20240701")]
    [InlineData(ClaimField.Submitted, "20240801")]
    [InlineData(ClaimField.TransactionControlNumber, "0001")]
    [InlineData(ClaimField.InterchangeControlNumber, "000000001")]
    [InlineData(ClaimField.PayerSequence, "P")]
    [InlineData(ClaimField.FilingIndicator, "CI")]
    [InlineData(ClaimField.PayerId, "00002")]
    [InlineData(ClaimField.MemberId, "TEST0002")]
    [InlineData(ClaimField.PatientFirstName, "CARA")]
    [InlineData(ClaimField.PatientBirthDate, "20100304")]
    [InlineData(ClaimField.PriorAuthorization, "")]
    public void Field_of_a_claim_is_found_in_the_file(ClaimField field, string expected) =>
        Assert.Equal(expected, Find(ClaimFiles.Professional, batch => batch.Claims[1].SpanOf(field)));

    [Theory]
    [InlineData(LineField.Number, "2")]
    [InlineData(LineField.Code, "J1100")]
    [InlineData(LineField.Charge, "50.5")]
    [InlineData(LineField.Units, "4")]
    [InlineData(LineField.Date, "20240716")]
    [InlineData(LineField.Ndc, "00000000001")]
    [InlineData(LineField.NdcUnits, "1.5")]
    [InlineData(LineField.ControlNumber, "")]
    public void Field_of_a_line_is_found_in_the_file(LineField field, string expected) =>
        Assert.Equal(expected, Find(ClaimFiles.Professional, batch => batch.Lines[3].SpanOf(field)));

    [Fact]
    public void Parts_are_found_in_the_file()
    {
        Assert.Equal("CLM*SYN-0002*150.5***22:B:1*Y*A*Y*Y**OA", Find(ClaimFiles.Professional, batch => batch.Claims[1].Span));
        Assert.Equal("M5450", Find(ClaimFiles.Professional, batch => batch.Claims[0].Diagnoses[1].Span));
        Assert.Equal("2", Find(ClaimFiles.Professional, batch => batch.Lines[0].Pointers[1].Span));
        Assert.Equal("59", Find(ClaimFiles.OddDelimiters, batch => batch.Lines[0].Modifiers[1].Span));
        Assert.Equal("1234567893", Find(ClaimFiles.Professional, batch => batch.Claims[1].BillingProvider!.Value.SpanOf(ProviderField.IdText)));
        Assert.Equal("207L00000X", Find(ClaimFiles.Professional, batch => batch.Claims[1].BillingProvider!.Value.SpanOf(ProviderField.Taxonomy)));
        Assert.Equal("TESTDOCTOR", Find(ClaimFiles.Professional, batch => batch.Claims[0].RenderingProvider!.Value.SpanOf(ProviderField.Name)));
        Assert.Equal("I10", Find(ClaimFiles.Institutional, batch => batch.Claims[0].Diagnoses[2].Span));
        Assert.Equal("0250", Find(ClaimFiles.Institutional, batch => batch.Lines[1].SpanOf(LineField.RevenueCode)));
        Assert.Equal("SBR*P*18*******MB", Find(ClaimFiles.Secondary, batch => batch.Claims[0].OtherPayers[0].Span));
        Assert.Equal("45", Find(ClaimFiles.Secondary, batch => batch.Lines[0].Adjudications[0].Adjustments[0].Span));
    }

    [Fact]
    public void Positions_hold_in_every_batch_of_a_file()
    {
        var text = string.Concat(Enumerable.Repeat(ClaimFiles.Text(ClaimFiles.Professional), 3));
        var file = ClaimFiles.Source(text);
        var members = ClaimFiles.Read(text, new() { ClaimsPerBatch = 1 })
            .SelectMany(batch => batch.Claims)
            .Select(claim => ClaimFiles.TextOf(file, claim.SpanOf(ClaimField.MemberId)) + ClaimFiles.TextOf(file, claim.BillingProvider!.Value.SpanOf(ProviderField.TaxId)));

        string[] both = ["1TEST00AA01000000001", "TEST0002000000001"];
        Assert.Equal([.. both, .. both, .. both], members);
    }

    [Fact]
    public void Far_away_field_is_found()
    {
        var notes = string.Concat(Enumerable.Repeat("NTE*ADD*" + new string('X', 70) + "~\n", 2000));
        var text = ClaimFiles.Text(ClaimFiles.Professional).With("REF*6R*L0001~", notes + "REF*6R*L0001~");

        Assert.Equal("L0001", ClaimFiles.TextOf(ClaimFiles.Source(text), ClaimFiles.ReadOne(text).Lines[0].SpanOf(LineField.ControlNumber)));
    }

    private static string Find(string name, Func<ClaimBatch, SourceSpan> span)
    {
        var text = ClaimFiles.Text(name);
        return ClaimFiles.TextOf(ClaimFiles.Source(text), span(ClaimFiles.ReadOne(text)));
    }
}
