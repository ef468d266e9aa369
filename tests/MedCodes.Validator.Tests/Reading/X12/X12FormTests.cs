using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>The same claims in every form that senders give them.</summary>
public class X12FormTests
{
    [Theory]
    [InlineData("~\n", "~")]
    [InlineData("~\n", "~\r\n")]
    [InlineData("~\n", "~\r")]
    [InlineData("~\n", "~\n\n")]
    [InlineData("~\n", "~ \n  ")]
    [InlineData("~\n", "\n")]
    [InlineData("~\n", "\r\n")]
    [InlineData("~\n", "\r")]
    public void Line_breaks_and_terminators_make_no_difference(string old, string replacement)
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);

        var batch = ClaimFiles.ReadOne(text.Replace(old, replacement, StringComparison.Ordinal));

        Assert.Empty(batch.Faults);
        Assert.Equal(Summary(ClaimFiles.ReadOne(text)), Summary(batch));
    }

    [Fact]
    public void Byte_order_mark_and_leading_blanks_are_no_faults()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);

        Assert.Empty(ClaimFiles.Faults("\uFEFF" + text));
        Assert.Empty(ClaimFiles.Faults("\r\n " + text));
        Assert.Empty(ClaimFiles.Faults(text + "\n\n\u001a"));
    }

    [Theory]
    [InlineData('|', '>', '\'')]
    [InlineData('\u001d', '\u001f', '\u001e')]
    [InlineData('~', '^', '_')]
    public void Delimiters_come_from_the_header(char element, char component, char terminator)
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);
        var changed = text.Replace('^', '{').Replace('~', '\u0001').Replace('*', '\u0002').Replace(':', '\u0003')
            .Replace('\u0001', terminator).Replace('\u0002', element).Replace('\u0003', component);

        var batch = ClaimFiles.ReadOne(changed);

        Assert.Empty(batch.Faults);
        Assert.Equal(Summary(ClaimFiles.ReadOne(text)), Summary(batch));
    }

    [Fact]
    public void Interchanges_with_other_delimiters_follow_one_another()
    {
        var batch = ClaimFiles.ReadOne(
            ClaimFiles.Text(ClaimFiles.OddDelimiters) + ClaimFiles.Text(ClaimFiles.OneLine) + ClaimFiles.Text(ClaimFiles.Professional));

        Assert.Empty(batch.Faults);
        Assert.Equal(["SYN-0005", "SYN-0005", "SYN-0001", "SYN-0002"], batch.Claims.Select(claim => claim.Id));
        Assert.Equal(3, batch.Interchanges.Count);
        Assert.Equal([1, 2, 3, 4], batch.Claims.Select(claim => claim.Ordinal));
    }

    [Fact]
    public void Composites_with_another_separator_than_declared_are_read()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);
        var at = text.IndexOf('~', StringComparison.Ordinal);

        var batch = ClaimFiles.ReadOne(text[..at] + text[at..].Replace(':', '>'));

        Assert.Equal(FaultKind.ComponentSeparatorMismatch, Assert.Single(batch.Faults).Kind);
        Assert.Equal(Summary(ClaimFiles.ReadOne(text)), Summary(batch));
    }

    [Fact]
    public void Several_groups_and_transactions_are_read()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);
        var group = text[text.IndexOf("GS*", StringComparison.Ordinal)..text.IndexOf("IEA*", StringComparison.Ordinal)];
        var two = text.With("IEA*1*", group.Replace("*1*X*", "*2*X*", StringComparison.Ordinal).Replace("GE*1*1", "GE*1*2", StringComparison.Ordinal) + "IEA*2*");

        var batch = ClaimFiles.ReadOne(two);

        Assert.Empty(batch.Faults);
        Assert.Equal(4, batch.Claims.Count);
        Assert.Equal(2, batch.Transactions.Count);
        Assert.Equal(2, ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.TwoTransactions)).Transactions.Count);
    }

    [Fact]
    public void Levels_find_their_parents_out_of_order()
    {
        // Two billing providers first, then a subscriber of each: the second one's first.
        var lines = ClaimFiles.Text(ClaimFiles.Professional).Split('\n').ToList();
        int At(string start) => lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal));
        var billing = lines[At("HL*1*")..At("HL*2*")];
        var first = lines[At("HL*2*")..At("HL*3*")];
        var second = lines[At("HL*3*")..At("SE*")];
        var other = billing.Select(line => line.Replace("HL*1**", "HL*9**", StringComparison.Ordinal).Replace("1234567893", "1555555550", StringComparison.Ordinal));
        var body = billing.Concat(other)
            .Concat(first.Select(line => line.Replace("HL*2*1*", "HL*2*9*", StringComparison.Ordinal)))
            .Concat(second);
        var count = lines.Count - (lines.Count - At("SE*")) - At("ST*") + billing.Count + 1;
        var all = lines[..At("HL*1*")].Concat(body).Append($"SE*{count}*0001~").Concat(lines[(At("SE*") + 1)..]);

        var batch = ClaimFiles.ReadOne(string.Join('\n', all));

        Assert.Empty(batch.Faults);
        Assert.Equal(["1555555550", "1234567893"], batch.Claims.Select(claim => claim.BillingProvider?.Npi));
    }

    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public void Batches_and_buffers_of_any_size_give_the_same_claims(string name)
    {
        var text = string.Concat(Enumerable.Repeat(ClaimFiles.Text(name), 3));
        var expected = Summary(ClaimFiles.ReadOne(text));
        foreach (var buffer in new[] { 16, 300, 4096 })
        {
            var batches = ClaimFiles.Read(text, new() { BufferSize = buffer, ClaimsPerBatch = 1 });
            Assert.True(batches.Count > 1);
            Assert.All(batches, batch => Assert.True(batch.Claims.Count <= 1));
            Assert.Empty(batches.SelectMany(batch => batch.Faults));
            Assert.Equal(expected, string.Concat(batches.Select(Summary)));
        }
    }

    /// <summary>Everything of a batch's claims as text, positions aside.</summary>
    private static string Summary(ClaimBatch batch)
    {
        var text = new StringBuilder();
        foreach (var claim in batch.Claims)
        {
            text.AppendLine($"{claim.Ordinal} {claim.Id} {claim.Total} {claim.PlaceOfService} {claim.TypeOfBill} {claim.Submitted} {claim.TransactionControlNumber} {claim.InterchangeControlNumber} {claim.PayerSequence} {claim.FilingIndicator} {claim.PayerId} {claim.PayerName} {claim.MemberId} {claim.PatientFirstName} {claim.PatientBirthDate} {claim.PatientSex} {claim.PatientIsSubscriber} {claim.Accident} {claim.PriorAuthorization}");
            foreach (var provider in claim.Providers.Prepend(claim.BillingProvider!.Value))
                text.AppendLine($" {provider.Role} {provider.IdQualifier} {provider.IdText} {provider.TaxId} {provider.Taxonomy} {provider.IsOrganization}");
            foreach (var diagnosis in claim.Diagnoses)
                text.AppendLine($" {diagnosis.Position} {diagnosis.Qualifier} {diagnosis.Code}");
            foreach (var payer in claim.OtherPayers)
                text.AppendLine($" {payer.PayerId} {payer.Paid} {payer.Adjustments.Count}");
            foreach (var line in claim.Lines)
                text.AppendLine($" {line.Ordinal} {line.Number} {line.Code} {string.Join(',', line.Modifiers)} {line.Charge} {line.Unit} {line.Units} {line.PlaceOfService} {line.RevenueCode} {string.Join(',', line.Pointers.Select(pointer => pointer.Target))} {line.Date} {line.Through} {line.Ndc} {line.NdcUnits} {line.RenderingProvider?.IdText} {line.Adjudications.Count}");
        }

        return text.ToString();
    }
}
