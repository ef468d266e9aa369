using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>All rows of a batch. Nothing changes them once the batch is made.</summary>
internal sealed record RowSet
{
    /// <summary>The offset in the file that the rows' segments are counted from.</summary>
    public required long Base { get; init; }
    public required int FirstOrdinal { get; init; }

    /// <summary>The places of the claims in the file, where others were passed over between them; null where they follow one another.</summary>
    public int[]? Ordinals { get; init; }

    /// <summary>Where the first providers start in the file: those that were open when the batch before ended, however far back they are.</summary>
    public required long[] CarriedProviders { get; init; }

    /// <summary>The same of the first subscribers and dependents.</summary>
    public required long[] CarriedParties { get; init; }
    public required byte[] Texts { get; init; }
    public required InterchangeRow[] Interchanges { get; init; }
    public required TransactionRow[] Transactions { get; init; }
    public required CoverageRow[] Coverages { get; init; }
    public required PartyRow[] Parties { get; init; }
    public required ProviderRow[] Providers { get; init; }

    /// <summary>One row per claim and one behind the last.</summary>
    public required ClaimRow[] Claims { get; init; }
    public required ClaimDetailRow[] ClaimDetails { get; init; }
    public required LineRow[] Lines { get; init; }
    public required LineDetailRow[] LineDetails { get; init; }
    public required DiagnosisRow[] Diagnoses { get; init; }
    public required ClaimCodeRow[] Codes { get; init; }
    public required SupplementRow[] Supplements { get; init; }
    public required SecondaryIdRow[] SecondaryIds { get; init; }
    public required OtherPayerRow[] OtherPayers { get; init; }
    public required AdjudicationRow[] Adjudications { get; init; }
    public required AdjustmentRow[] Adjustments { get; init; }

    /// <summary>The values that were there and could not be read.</summary>
    public required UnreadableValues Unreadable { get; init; }

    /// <summary>The place of a claim in the file, from 1.</summary>
    public int OrdinalOf(int claim) => Ordinals is { } ordinals ? ordinals[claim] : FirstOrdinal + claim;

    public long OffsetOfProvider(int index) => index < CarriedProviders.Length ? CarriedProviders[index] : Base + Providers[index].Segment;

    public long OffsetOfParty(int index) => index < CarriedParties.Length ? CarriedParties[index] : Base + Parties[index].Segment;

    /// <summary>The place of the text of a provider's own number at the payer; null where there is none, 0 where it cannot be read.</summary>
    public uint? SecondaryIdOf(int provider)
    {
        var (first, end) = (0, SecondaryIds.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (SecondaryIds[middle].Provider == provider)
                return SecondaryIds[middle].Id;
            (first, end) = SecondaryIds[middle].Provider < provider ? (middle + 1, end) : (first, middle);
        }

        return null;
    }

    /// <summary>About how much memory the rows take, in bytes.</summary>
    public long Size =>
        Texts.Length + SizeOf(CarriedProviders) + SizeOf(CarriedParties) + SizeOf(Interchanges) + SizeOf(Transactions) + SizeOf(Coverages)
        + SizeOf(Parties) + SizeOf(Providers) + SizeOf(Claims) + SizeOf(ClaimDetails) + SizeOf(Lines) + SizeOf(LineDetails) + SizeOf(Diagnoses)
        + SizeOf(Codes) + SizeOf(Supplements) + SizeOf(SecondaryIds) + SizeOf(OtherPayers) + SizeOf(Adjudications) + SizeOf(Adjustments);

    private static long SizeOf<T>(T[] rows) => (long)rows.Length * Unsafe.SizeOf<T>();
}
