using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>
/// Rows as bytes, laid out as they are in memory: for a file that goes with the process which wrote it. What one writes, the other reads in
/// the same order.
/// </summary>
internal static class RowSetBytes
{
    // Stands for the length of an array that is not there.
    private const int None = -1;

    /// <summary>Writes rows.</summary>
    public static void Write(RowSet rows, IBufferWriter<byte> output)
    {
        Write(output, rows.Base);
        Write(output, rows.FirstOrdinal);
        Write(output, rows.Ordinals);
        Write(output, rows.CarriedProviders);
        Write(output, rows.CarriedParties);
        Write(output, rows.Texts);
        Write(output, rows.Interchanges);
        Write(output, rows.Transactions);
        Write(output, rows.Coverages);
        Write(output, rows.Parties);
        Write(output, rows.Providers);
        Write(output, rows.Claims);
        Write(output, rows.ClaimDetails);
        Write(output, rows.Lines);
        Write(output, rows.LineDetails);
        Write(output, rows.Diagnoses);
        Write(output, rows.Codes);
        Write(output, rows.Supplements);
        Write(output, rows.SecondaryIds);
        Write(output, rows.OtherPayers);
        Write(output, rows.Adjudications);
        Write(output, rows.Adjustments);
        Write(output, rows.Unreadable.Rows.ToArray());
    }

    /// <summary>Reads rows, and leaves what follows them.</summary>
    public static RowSet Read(ref ReadOnlySpan<byte> input) => new()
    {
        Base = ReadOne<long>(ref input),
        FirstOrdinal = ReadOne<int>(ref input),
        Ordinals = ReadArray<int>(ref input),
        CarriedProviders = Read<long>(ref input),
        CarriedParties = Read<long>(ref input),
        Texts = Read<byte>(ref input),
        Interchanges = Read<InterchangeRow>(ref input),
        Transactions = Read<TransactionRow>(ref input),
        Coverages = Read<CoverageRow>(ref input),
        Parties = Read<PartyRow>(ref input),
        Providers = Read<ProviderRow>(ref input),
        Claims = Read<ClaimRow>(ref input),
        ClaimDetails = Read<ClaimDetailRow>(ref input),
        Lines = Read<LineRow>(ref input),
        LineDetails = Read<LineDetailRow>(ref input),
        Diagnoses = Read<DiagnosisRow>(ref input),
        Codes = Read<ClaimCodeRow>(ref input),
        Supplements = Read<SupplementRow>(ref input),
        SecondaryIds = Read<SecondaryIdRow>(ref input),
        OtherPayers = Read<OtherPayerRow>(ref input),
        Adjudications = Read<AdjudicationRow>(ref input),
        Adjustments = Read<AdjustmentRow>(ref input),
        Unreadable = UnreadableValues.Of(Read<KeyValuePair<long, ulong>>(ref input)),
    };

    private static void Write<T>(IBufferWriter<byte> output, T one)
        where T : unmanaged => output.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in one)));

    private static void Write<T>(IBufferWriter<byte> output, T[]? rows)
        where T : unmanaged
    {
        Write(output, rows?.Length ?? None);
        output.Write(MemoryMarshal.AsBytes<T>(rows));
    }

    private static T ReadOne<T>(ref ReadOnlySpan<byte> input)
        where T : unmanaged
    {
        var one = MemoryMarshal.Read<T>(input);
        input = input[Unsafe.SizeOf<T>()..];
        return one;
    }

    private static T[] Read<T>(ref ReadOnlySpan<byte> input)
        where T : unmanaged => ReadArray<T>(ref input) ?? [];

    private static T[]? ReadArray<T>(ref ReadOnlySpan<byte> input)
        where T : unmanaged
    {
        if (ReadOne<int>(ref input) is var length && length == None)
            return null;
        if (length == 0)
            return [];
        var rows = GC.AllocateUninitializedArray<T>(length);
        var bytes = MemoryMarshal.AsBytes(rows.AsSpan());
        input[..bytes.Length].CopyTo(bytes);
        input = input[bytes.Length..];
        return rows;
    }
}
