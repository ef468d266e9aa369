using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading;

/// <summary>Reads all that was read of a file, and sees that every place lies in it.</summary>
internal static class WholeRead
{
    /// <summary>The batches, each looked through.</summary>
    public static List<ClaimBatch> Of(IEnumerable<ClaimBatch> read, byte[] bytes)
    {
        var batches = read.ToList();
        foreach (var batch in batches)
        {
            foreach (var fault in batch.Faults)
                IsInside(fault.Span, bytes);
            foreach (var claim in batch.Claims)
                Look(claim, bytes);
        }

        return batches;
    }

    /// <summary>Whether a place lies in a file.</summary>
    public static void IsInside(SourceSpan span, byte[] bytes)
    {
        Assert.InRange(span.Offset, 0, bytes.Length);
        Assert.InRange(span.End, span.Offset, bytes.Length);
    }

    /// <summary>Looks a claim through, its parts and properties.</summary>
    public static void Look(Claim claim, byte[] bytes)
    {
        IsInside(claim.Span, bytes);
        foreach (var field in Enum.GetValues<ClaimField>())
            IsInside(claim.SpanOf(field), bytes);
        foreach (var property in typeof(Claim).GetProperties())
            property.GetValue(claim);
        foreach (var provider in claim.Providers)
            IsInside(provider.SpanOf(ProviderField.IdText), bytes);
        foreach (var diagnosis in claim.Diagnoses)
            IsInside(diagnosis.Span, bytes);
        foreach (var payer in claim.OtherPayers)
            IsInside(payer.Span, bytes);
        foreach (var line in claim.Lines)
            Look(line, bytes);
    }

    private static void Look(ServiceLine line, byte[] bytes)
    {
        IsInside(line.Span, bytes);
        foreach (var field in Enum.GetValues<LineField>())
            IsInside(line.SpanOf(field), bytes);
        foreach (var property in typeof(ServiceLine).GetProperties())
            property.GetValue(line);
        foreach (var modifier in line.Modifiers)
            IsInside(modifier.Span, bytes);
        foreach (var pointer in line.Pointers)
            IsInside(pointer.Span, bytes);
        foreach (var adjudication in line.Adjudications)
            IsInside(adjudication.Span, bytes);
    }
}
