using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>What is missing and what cannot be read is said of the field that it is, and of no other.</summary>
public class X12UnreadTests
{
    [Fact]
    public void Group_that_cannot_be_read_is_unreadable_in_every_adjustment_of_its_segment()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryElement).With("CAS*CO*45*100.25*1*253*2~", "CAS*CONTRACT*45*100.25*1*253*2~"));
        var adjustments = batch.Claims[0].OtherPayers[0].Adjustments.ToList();

        Assert.Equal([true, true, false], adjustments.Select(adjustment => adjustment.IsUnreadable(AdjustmentField.Group)));
        Assert.Equal([null, null, "PR"], adjustments.Select(adjustment => adjustment.Group));
        Assert.Single(batch.Faults, fault => fault.Kind == FaultKind.ElementTooLong);
    }

    [Fact]
    public void Group_of_a_segment_without_amounts_says_nothing_of_the_next_segment()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Secondary).With("CAS*CO*45*100~", "CAS*100~"));
        var adjustment = batch.Claims.SelectMany(claim => claim.Lines).SelectMany(line => line.Adjudications).SelectMany(answer => answer.Adjustments).First();

        Assert.Equal("PR", adjustment.Group);
        Assert.False(adjustment.IsUnreadable(AdjustmentField.Group));
    }

    [Fact]
    public void Blank_elements_of_the_interchange_header_are_missing()
    {
        var interchange = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional)
            .With("*ZZ*SYNTHETIC      *", "*ZZ*               *")).Claims[0].Transaction.Interchange;

        Assert.Null(interchange.SenderId);
        Assert.Equal("TESTRECEIVER", interchange.ReceiverId);
    }
}
