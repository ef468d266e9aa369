using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading;
using MedCodes.Validator.Tests.Reading.X12;

namespace MedCodes.Validator.Tests.Claims;

/// <summary>Names and addresses are read from the file when they are asked for, whatever it is and wherever they stand in it.</summary>
public class PartyDetailsTests
{
    private static readonly string Whole = ClaimFiles.Text(ClaimFiles.EveryElement)
        .With("NM1*QC*1*TESTPATIENT*BOB~", "NM1*QC*1*TESTPATIENT*BOB*Q**JR~")
        .With("N3*2 TEST STREET~\nN4*TESTTOWN*OH*43215~\nDMG", "N3*2 TEST STREET*DOOR 7~\nN4*TESTTOWN*ON*K1A0B1*CAN~\nDMG")
        .With("NM1*IL*1*TESTSUBSCRIBER*ANN****MI*1TEST0001~\n", "NM1*IL*1*TESTSUBSCRIBER*ANN*X***MI*1TEST0001~\nN3*4 TEST STREET~\nN4*TESTVILLE*OH*43000~\n")
        .With("NM1*PR*2*TESTPAYER*****PI*00001~\n", "NM1*PR*2*TESTPAYER*****PI*00001~\nN3*5 TEST STREET~\nN4*TESTCITY*OH*44000~\n")
        .With("SE*78*", "SE*82*");

    [Fact]
    public void Parties_have_the_names_and_addresses_that_the_file_says()
    {
        var claim = Assert.Single(ClaimFiles.ReadOne(Whole).Claims);

        Assert.Equal(
            new PartyDetails { Name = "SYNTHETIC GROUP", Address1 = "1 TEST STREET", City = "TESTTOWN", State = "OH", PostalCode = "432150000" },
            claim.BillingProvider!.Value.Details);
        Assert.Equal(
            new PartyDetails
            {
                Name = "TESTPATIENT",
                FirstName = "BOB",
                MiddleName = "Q",
                Suffix = "JR",
                Address1 = "2 TEST STREET",
                Address2 = "DOOR 7",
                City = "TESTTOWN",
                State = "ON",
                PostalCode = "K1A0B1",
                Country = "CAN",
            },
            claim.PatientDetails);
        Assert.Equal(
            new PartyDetails { Name = "TESTSUBSCRIBER", FirstName = "ANN", MiddleName = "X", Address1 = "4 TEST STREET", City = "TESTVILLE", State = "OH", PostalCode = "43000" },
            claim.SubscriberDetails);
        Assert.Equal(new PartyDetails { Name = "TESTPAYER", Address1 = "5 TEST STREET", City = "TESTCITY", State = "OH", PostalCode = "44000" }, claim.PayerDetails);
        Assert.Equal(new PartyDetails { Name = "TESTDOCTOR", FirstName = "PAT" }, claim.RenderingProvider!.Value.Details);
        Assert.Equal(
            new PartyDetails { Name = "SYNTHETIC FACILITY", Address1 = "3 TEST STREET", City = "TESTTOWN", State = "OH", PostalCode = "43215" },
            claim.FacilityProvider!.Value.Details);
        Assert.Equal(new PartyDetails { Name = "TESTORDERER", FirstName = "SAM" }, claim.Lines[0].Providers[1].Details);
    }

    [Fact]
    public void The_subscriber_of_another_payer_is_no_other_payers()
    {
        var text = Whole.With("OI***Y***Y~", "OI***Y***Y~\nSBR*T*18~");
        var payers = ClaimFiles.ReadOne(text).Claims[0].OtherPayers;

        Assert.Equal(PartyDetails.None, payers[0].SubscriberDetails);
        Assert.Equal(new PartyDetails { Name = "TESTOTHER", FirstName = "ANN" }, payers[1].SubscriberDetails);
    }

    [Fact]
    public void Groups_that_subscribers_are_insured_with_are_kept()
    {
        var claim = ClaimFiles.ReadOne(Whole).Claims[0];

        Assert.Equal(("TESTGROUP", "TESTPLAN"), (claim.GroupNumber, claim.GroupName));
        Assert.Equal("2000B/SBR03", claim.PathOf(ClaimField.GroupNumber));
        Assert.Equal(("TESTGROUP", null), (claim.OtherPayers[0].GroupNumber, claim.OtherPayers[0].GroupName));
        Assert.EndsWith("2320[1]/SBR03", claim.OtherPayers[0].PathOf(OtherPayerField.GroupNumber), StringComparison.Ordinal);
    }

    [Fact]
    public void Parties_are_the_same_in_every_format()
    {
        var batches = ClaimFiles.Read(Whole);
        var json = WrittenClaims.Json(batches, isDocument: false);

        var again = JsonClaimReader.Read(SourceFile.FromBytes("claims.ndjson", json)).ToList();

        Assert.Empty(again.SelectMany(batch => batch.Faults));
        Assert.Equal(ClaimDump.Of(batches), ClaimDump.Of(again));
    }

    [Fact]
    public void Parties_are_found_however_far_back_in_the_file_they_stand()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);
        var expected = Parties(ClaimFiles.Read(text));

        Assert.Contains("SYNTHETIC PAIN GROUP", expected[^1], StringComparison.Ordinal);
        Assert.Equal(expected, Parties(ClaimFiles.Read(text, new() { ClaimsPerBatch = 1 })));
    }

    [Fact]
    public void A_provider_without_an_address_does_not_have_the_next_ones()
    {
        var claim = ClaimFiles.ReadOne(Whole).Claims[0];

        Assert.Null(claim.RenderingProvider!.Value.Details.Address1);
        Assert.Null(claim.ReferringProvider!.Value.Details.City);
    }

    [Theory]
    [InlineData("\"address1\":\"1 TEST STREET\"", "\"address1\":7", FaultKind.WrongJsonType)]
    [InlineData("\"address1\":\"1 TEST STREET\"", "\"address1\":\"A STREET WITH A NAME THAT IS LONGER THAN THE NAME OF ANY STREET\"", FaultKind.ElementTooLong)]
    [InlineData("\"patientDetails\":{", "\"patientDetails\":{\"adress\":\"\",", FaultKind.UnknownProperty)]
    public void An_address_in_JSON_that_is_none_is_a_fault(string old, string damaged, FaultKind expected)
    {
        var json = Encoding.UTF8.GetString(WrittenClaims.Json(ClaimFiles.Read(Whole), isDocument: false)).With(old, damaged);

        var fault = Assert.Single(JsonClaimReader.Read(SourceFile.FromBytes("claims.ndjson", Encoding.UTF8.GetBytes(json))).SelectMany(batch => batch.Faults));

        Assert.Equal(expected, fault.Kind);
        Assert.Equal(Privacy.Identifying, fault.FoundPrivacy);
    }

    private static List<string> Parties(IEnumerable<ClaimBatch> batches) =>
    [
        .. batches.SelectMany(batch => batch.Claims).Select(claim =>
            $"{claim.PatientDetails} {claim.SubscriberDetails} {claim.PayerDetails} {claim.BillingProvider?.Details} {claim.BillingProvider?.Span}"),
    ];
}
