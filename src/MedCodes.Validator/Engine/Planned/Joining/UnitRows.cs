using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>
/// The rows of a patient's claims by kind, in canonical order, with the values that rules have read of them. Belongs to one worker, and
/// is filled anew for each patient.
/// </summary>
internal sealed class UnitRows
{
    private readonly DaysSeen _days = new();
    private readonly TextNumbers _texts;
    private readonly RowTable[] _tables;
    private ulong[] _policies = new ulong[16];
    private PatientCase? _patient;

    public UnitRows(RowColumns columns, TextNumbers texts)
    {
        _texts = texts;
        _tables = [.. columns.Kinds.Select(kind => new RowTable(kind))];
    }

    public PatientCase Patient => _patient!;

    /// <summary>Begins a patient.</summary>
    public void Begin(PatientCase patient)
    {
        _patient = patient;
        foreach (var table in _tables)
            table.IsRead = false;
        if (_policies.Length < patient.Claims.Length)
            _policies = new ulong[patient.Claims.Length * 2];
        _days.Begin(patient.HistoryFrom);
        foreach (var claim in patient.Claims)
            _days.Add(claim.View);
    }

    /// <summary>The days of the patient's lines.</summary>
    public DaysSeen Days => _days;

    /// <summary>Tells what applies to a claim, as a number that equal policies share.</summary>
    public void TellPolicy(int claim, ulong policy) => _policies[claim] = policy;

    /// <summary>Where the rows of a kind begin and end: those of a claim, or of all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) RowsIn(int kind, int claim)
    {
        var table = Read(kind);
        return claim < 0 ? (0, table.Count) : (table.Starts[claim], table.Starts[claim + 1]);
    }

    /// <summary>The place of a row's claim among the patient's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ClaimOf(int kind, int row) => _tables[kind].Claims[row];

    /// <summary>The place of a row among those of its kind in its claim.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NumberOf(int kind, int row) => _tables[kind].Numbers[row];

    /// <summary>The number of a row's file.</summary>
    public int FileOf(int kind, int row) => _patient!.Claims[ClaimOf(kind, row)].Order.File;

    /// <summary>The row of a row's line; -1 outside of lines.</summary>
    public int LineOf(int kind, int row) => _tables[kind].Places[row].Line;

    /// <summary>The value of a row's field, as a number that equal values share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Value(int kind, int row, int column)
    {
        var table = _tables[kind];
        var value = table.Values[row * table.Width + column];
        return value == Words.NotRead ? Read(table, row, column) : value;
    }

    /// <summary>How a row stands to values that it must have.</summary>
    /// <param name="kind">The kind of the row.</param>
    /// <param name="row">The row.</param>
    /// <param name="keys">The values.</param>
    /// <param name="best">What it comes to where it has all of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RowMatch Compare(int kind, int row, ReadOnlySpan<RowKey> keys, RowMatch best)
    {
        foreach (var (column, word) in keys)
        {
            var value = Value(kind, row, column);
            if (value == word)
                continue;
            if (Words.IsPlain(value))
                return RowMatch.Differs;
            best = RowMatch.Unclear;
        }

        return best;
    }

    /// <summary>How the tests came out that the value of a row's field decides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[] TestsOf(int kind, int row, int column, RowMemory memory)
    {
        var table = _tables[kind];
        return table.OfValues[row * table.Width + column] ??= memory.TestsOf(kind, column, Value(kind, row, column));
    }

    /// <summary>How a test came out that several values of a row decide; 0 while that is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte TestOf(int kind, int row, int test)
    {
        var table = _tables[kind];
        return ref table.OfRows[row * table.Kind.TestsOfRows + test];
    }

    /// <summary>What a search in a table found that the values of a row decide; default while that is not known.</summary>
    public ref ImmutableArray<KnownFact> FoundBy(int kind, int row, int search)
    {
        var table = _tables[kind];
        return ref table.Found[row * table.Kind.SearchesOfRows + search];
    }

    /// <summary>Whether two rows of the patient may have in common what a number stands for.</summary>
    public bool MayHoldTwins(int kind, int twins)
    {
        var table = Read(kind);
        return table.Twins[twins] ??= table.Kind.Twins[twins].MayHold(this, kind);
    }

    /// <summary>The number of what applies to a claim.</summary>
    public ulong PolicyOf(int claim) => _policies[claim];

    /// <summary>The fact of a row.</summary>
    public Fact FactOf(int kind, int row)
    {
        var table = _tables[kind];
        return _patient!.Claims[table.Claims[row]].AtRow(table.Kind.Kind, table.Numbers[row]);
    }

    /// <summary>What a claim is, with its profile.</summary>
    public ClaimContent ContentOf(int claim) => (ClaimContent)_patient!.Claims[claim].Claim.Content;

    private ulong Read(RowTable table, int row, int column) => table.Values[row * table.Width + column] =
        table.Kind[column] is { } read ? read(table.Places[row], _texts) : OfCase(table, row, column);

    private ulong OfCase(RowTable table, int row, int column)
    {
        var claim = table.Claims[row];
        return table.Kind.IsPath(column) ? _texts.Of(_patient!.Claims[claim].Path) : _policies[claim];
    }

    private RowTable Read(int kind)
    {
        var table = _tables[kind];
        if (table.IsRead)
            return table;
        table.Clear(_patient!.Claims.Length);
        for (var claim = 0; claim < _patient.Claims.Length; claim++)
        {
            table.Starts[claim] = table.Count;
            table.Add(claim, _patient.Claims[claim].View);
        }

        table.Starts[_patient.Claims.Length] = table.Count;
        return table;
    }
}

/// <summary>How a row stands to what another must have in common with it.</summary>
internal enum RowMatch
{
    /// <summary>It is known to have something else.</summary>
    Differs = 1,

    /// <summary>Not all is known, or there is more to compare.</summary>
    Unclear,

    /// <summary>It has all in common.</summary>
    Agrees,
}
