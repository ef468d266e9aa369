using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The rows of one kind with what was found out about them. Belongs to one worker.</summary>
internal sealed class RowTable(RowKind kind)
{
    // A patient with more leaves no more behind than others need.
    private const int MostKept = 1 << 12;

    public RowKind Kind => kind;

    /// <summary>How many columns there are.</summary>
    public int Width { get; } = kind.Width;

    public bool IsRead { get; set; }

    public int Count { get; private set; }

    public RowPlace[] Places { get; private set; } = new RowPlace[16];

    public int[] Claims { get; private set; } = new int[16];

    /// <summary>The place of each row among its claim's facts of the kind, in order of declaration.</summary>
    public int[] Numbers { get; private set; } = new int[16];

    public ulong[] Values { get; private set; } = new ulong[16 * kind.Width];

    public byte[]?[] OfValues { get; private set; } = new byte[]?[16 * kind.Width];

    public byte[] OfRows { get; private set; } = new byte[16 * kind.TestsOfRows];

    public ImmutableArray<KnownFact>[] Found { get; private set; } = new ImmutableArray<KnownFact>[16 * kind.SearchesOfRows];

    /// <summary>Of each of <see cref="RowKind.Twins"/> whether rows may be such; null while that is not known.</summary>
    public bool?[] Twins { get; } = new bool?[kind.Twins.Count];

    /// <summary>Where each claim's rows begin.</summary>
    public int[] Starts { get; private set; } = new int[16];

    public void Clear(int claims)
    {
        if (Places.Length > MostKept)
            Resize(MostKept);
        (Count, IsRead) = (0, true);
        Array.Clear(Twins);
        if (Starts.Length <= claims)
            Starts = new int[claims * 2];
    }

    public void Add(int claim, Claim view)
    {
        if (kind.Kind == ClaimKinds.Profile)
        {
            Add(claim, new RowPlace(view), 0);
            return;
        }

        var rows = new RowsOf(kind.Kind, view);
        for (var number = 0; rows.MoveNext(); number++)
            Add(claim, rows.Current, number);
        if (kind.Kind == ClaimKinds.Provider)
            Sort(Starts[claim]);
    }

    private void Add(int claim, RowPlace place, int number)
    {
        if (Count == Places.Length)
            Resize(Count * 2);
        (Places[Count], Claims[Count], Numbers[Count]) = (place, claim, number);
        Values.AsSpan(Count * Width, Width).Fill(Words.NotRead);
        OfValues.AsSpan(Count * Width, Width).Clear();
        OfRows.AsSpan(Count * kind.TestsOfRows, kind.TestsOfRows).Clear();
        Found.AsSpan(Count * kind.SearchesOfRows, kind.SearchesOfRows).Clear();
        Count++;
    }

    // A file may have the providers of a claim in another order than their rows.
    private void Sort(int first)
    {
        for (var i = first + 1; i < Count; i++)
        {
            for (var at = i; at > first && OffsetOf(at) < OffsetOf(at - 1); at--)
            {
                (Places[at], Places[at - 1]) = (Places[at - 1], Places[at]);
                (Numbers[at], Numbers[at - 1]) = (Numbers[at - 1], Numbers[at]);
            }
        }
    }

    private long OffsetOf(int row) => new Provider(Places[row].Batch, Places[row].Part).Offset;

    private void Resize(int size)
    {
        var (places, claims, numbers, values) = (Places, Claims, Numbers, Values);
        var (ofValues, ofRows, found) = (OfValues, OfRows, Found);
        Array.Resize(ref places, size);
        Array.Resize(ref claims, size);
        Array.Resize(ref numbers, size);
        Array.Resize(ref values, size * Width);
        Array.Resize(ref ofValues, size * Width);
        Array.Resize(ref ofRows, size * kind.TestsOfRows);
        Array.Resize(ref found, size * kind.SearchesOfRows);
        (OfValues, OfRows, Found) = (ofValues, ofRows, found);
        (Places, Claims, Numbers, Values) = (places, claims, numbers, values);
    }
}
