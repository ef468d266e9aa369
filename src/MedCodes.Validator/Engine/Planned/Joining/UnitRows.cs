using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>
/// The rows of a patient's claims by kind, in canonical order, with the values that rules have read of them. Belongs to one worker, and
/// is filled anew for each patient.
/// </summary>
internal sealed class UnitRows
{
    // Beyond these facts with their indexes are faster, because rows are looked through one by one.
    private const int MostLines = 64;
    private const int MostDays = 400;

    private readonly List<(DateOnly First, DateOnly Last)> _days = [];
    private readonly TextNumbers _texts;
    private readonly Table[] _tables;
    private ulong[] _profiles = new ulong[16];
    private bool[] _isSmall = new bool[16];
    private PatientCase? _patient;

    public UnitRows(RowColumns columns, TextNumbers texts)
    {

        _texts = texts;
        _tables = [.. columns.Kinds.Select(kind => new Table(kind))];
    }

    public PatientCase Patient => _patient!;

    /// <summary>Begins a patient.</summary>
    public void Begin(PatientCase patient)
    {
        _patient = patient;
        foreach (var table in _tables)
            table.IsRead = false;
        if (_profiles.Length < patient.Claims.Length)
            (_profiles, _isSmall) = (new ulong[patient.Claims.Length * 2], new bool[patient.Claims.Length * 2]);
        _days.Clear();
        var (lines, days) = (0, 0);
        for (var i = 0; i < patient.Claims.Length; i++)
        {
            var (ofLines, ofDays) = Measure(patient.Claims[i].View);
            _isSmall[i] = ofLines <= MostLines && ofDays <= MostDays;
            (lines, days) = (lines + ofLines, days + ofDays);
        }

        IsSmall = lines <= MostLines && days <= MostDays;
    }

    /// <summary>Whether the patient's claims together have few enough rows to look through.</summary>
    public bool IsSmall { get; private set; }

    /// <summary>Whether a claim has; of others nothing is read.</summary>
    public bool IsSmallAt(int claim) => _isSmall[claim];

    /// <summary>Whether the run has seen all days of a window.</summary>
    public bool HasSeen(DateOnly from, DateOnly through)
    {
        for (var day = from; day <= through;)
        {
            // From its first day on the history holds all there is.
            if (day >= _patient!.HistoryFrom)
                return true;
            var last = LastSeenFrom(day);
            if (last is null)
                return false;
            if (last >= through)
                break;
            day = last.Value.AddDays(1);
        }

        return true;
    }

    /// <summary>Tells a claim's profile, as a number.</summary>
    public void TellProfile(int claim, ulong profile) => _profiles[claim] = profile;

    /// <summary>Where the rows of a kind begin and end: those of a claim, or of all.</summary>
    public (int First, int End) RowsIn(int kind, int claim)
    {
        var table = Read(kind);
        return claim < 0 ? (0, table.Count) : (table.Starts[claim], table.Starts[claim + 1]);
    }

    /// <summary>The place of a row's claim among the patient's.</summary>
    public int ClaimOf(int kind, int row) => _tables[kind].Claims[row];

    /// <summary>The number of a row's file.</summary>
    public int FileOf(int kind, int row) => _patient!.Claims[ClaimOf(kind, row)].Order.File;

    /// <summary>The row of a row's line; -1 outside of lines.</summary>
    public int LineOf(int kind, int row) => _tables[kind].Places[row].Line;

    /// <summary>The value of a row's field, as a number that equal values share.</summary>
    public ulong Value(int kind, int row, int column)
    {
        var table = _tables[kind];
        ref var value = ref table.Values[row * table.Kind.Width + column];
        if (value == Words.NotRead)
            value = table.Kind[column] is { } read ? read(table.Places[row], _texts) : OfCase(table, row, column);
        return value;
    }

    /// <summary>Whether a row is known to have another value than one that it must have.</summary>
    public bool Differs(int kind, int row, ReadOnlySpan<RowKey> keys)
    {
        foreach (var (column, word) in keys)
        {
            if (Value(kind, row, column) is var value && value != word && Words.IsPlain(value))
                return true;
        }

        return false;
    }

    /// <summary>How the tests came out that the value of a row's field decides.</summary>
    public byte[] TestsOf(int kind, int row, int column, RowMemory memory)
    {
        var table = _tables[kind];
        return table.OfValues[row * table.Kind.Width + column] ??= memory.TestsOf(kind, column, Value(kind, row, column));
    }

    /// <summary>How a test came out that several values of a row decide; 0 while that is not known.</summary>
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

    /// <summary>The profile and the day that give a claim its parameters.</summary>
    public (ulong Profile, ulong Day) PolicyOf(int claim) => (_profiles[claim], Columns.ServiceDay(_patient!.Claims[claim].View));

    /// <summary>The fact of a row.</summary>
    public Fact FactOf(int kind, int row)
    {
        var table = _tables[kind];
        return _patient!.Claims[table.Claims[row]].AtRow(table.Kind.Kind, table.Numbers[row]);
    }

    private ulong OfCase(Table table, int row, int column)
    {
        var claim = table.Claims[row];
        return table.Kind.IsPath(column) ? _texts.Of(_patient!.Claims[claim].Path) : _profiles[claim];
    }

    private DateOnly? LastSeenFrom(DateOnly day)
    {
        DateOnly? last = null;
        foreach (var seen in _days)
        {
            if (seen.First <= day && day <= seen.Last && !(seen.Last <= last))
                last = seen.Last;
        }

        return last;
    }

    private (int Lines, int Days) Measure(Claim claim)
    {
        var (lines, days) = (0, 0);
        foreach (var line in claim.Lines)
        {
            lines++;
            if (LineDays.Of(line) is not var (first, last))
                continue;
            days = Math.Min(days + last.DayNumber - first.DayNumber + 1, MostDays + 1);
            if (lines <= MostLines && !_days.Contains((first, last)))
                _days.Add((first, last));
        }

        return (lines, days);
    }

    private Table Read(int kind)
    {
        var table = _tables[kind];
        if (table.IsRead)
            return table;
        table.Clear(_patient!.Claims.Length);
        for (var claim = 0; claim < _patient.Claims.Length; claim++)
        {
            table.Starts[claim] = table.Count;
            if (_isSmall[claim])
                table.Add(claim, _patient.Claims[claim].View);
        }

        table.Starts[_patient.Claims.Length] = table.Count;
        return table;
    }

    private sealed class Table(RowKind kind)
    {
        public RowKind Kind => kind;

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

        /// <summary>Where each claim's rows begin.</summary>
        public int[] Starts { get; private set; } = new int[16];

        public void Clear(int claims)
        {
            (Count, IsRead) = (0, true);
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
                Grow();
            (Places[Count], Claims[Count], Numbers[Count]) = (place, claim, number);
            Values.AsSpan(Count * kind.Width, kind.Width).Fill(Words.NotRead);
            OfValues.AsSpan(Count * kind.Width, kind.Width).Clear();
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

        private void Grow()
        {
            var size = Count * 2;
            var (places, claims, numbers, values) = (Places, Claims, Numbers, Values);
            var (ofValues, ofRows, found) = (OfValues, OfRows, Found);
            Array.Resize(ref places, size);
            Array.Resize(ref claims, size);
            Array.Resize(ref numbers, size);
            Array.Resize(ref values, size * kind.Width);
            Array.Resize(ref ofValues, size * kind.Width);
            Array.Resize(ref ofRows, size * kind.TestsOfRows);
            Array.Resize(ref found, size * kind.SearchesOfRows);
            (OfValues, OfRows, Found) = (ofValues, ofRows, found);
            (Places, Claims, Numbers, Values) = (places, claims, numbers, values);
        }
    }
}
