using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Goes through the rows of one kind in a claim, in the order of its facts. Allocates nothing.</summary>
internal struct RowsOf
{
    private readonly FactKind _kind;
    private readonly Claim _claim;
    private readonly int _end;
    private int _line;
    private int _part = -1;
    private int _last = -1;
    private bool _isInLine;

    public RowsOf(FactKind kind, Claim claim)
    {
        _kind = kind;
        _claim = claim;
        var lines = claim.Lines;
        _line = claim.Row.FirstLine - 1;
        _end = claim.Row.FirstLine + lines.Count;
    }

    public RowPlace Current { get; private set; }

    /// <summary>Whether the rows of a kind can be gone through.</summary>
    public static bool CanGoThrough(FactKind kind) =>
        kind == ClaimKinds.Claim || kind == ClaimKinds.Diagnosis || kind == ClaimKinds.Provider
        || kind == LineKinds.Line || kind == LineKinds.LineDay || kind == LineKinds.Modifier || kind == LineKinds.Pointer;

    /// <summary>Whether a claim may have facts of a kind; of those that cannot be gone through the rarest are looked for.</summary>
    public static bool MayHold(FactKind kind, Claim claim)
    {
        if (kind == ClaimKinds.OtherPayer)
            return claim.OtherPayers.Count > 0;
        if (!kind.IsWithin(LineKinds.Adjudication))
            return true;
        foreach (var line in claim.Lines)
        {
            if (line.Adjudications.Count > 0)
                return true;
        }

        return false;
    }

    public bool MoveNext()
    {
        if (_kind == ClaimKinds.Claim)
            return _part++ < 0 && At(-1, -1);
        if (_kind == ClaimKinds.Diagnosis)
            return NextDiagnosis();
        if (_kind == ClaimKinds.Provider)
            return NextProvider();
        return _kind == LineKinds.Line ? ++_line < _end && At(_line, -1) : NextInLine();
    }

    private bool NextDiagnosis()
    {
        if (_part < 0)
            (_part, _last) = (_claim.Row.FirstDiagnosis - 1, _claim.Row.FirstDiagnosis + _claim.Diagnoses.Count - 1);
        return ++_part <= _last && At(-1, _part);
    }

    // The billing provider, those of the claim, those of each line.
    private bool NextProvider()
    {
        if (!_isInLine)
        {
            _isInLine = true;
            (_part, _last) = (_claim.Row.FirstProvider - 1, _claim.Row.FirstProvider + _claim.Row.ProviderCount - 1);
            if (_claim.BillingProvider is { } billing)
                return At(-1, billing.Index);
        }

        while (_part >= _last)
        {
            if (++_line >= _end)
                return false;
            ref readonly var detail = ref new ServiceLine(_claim.Batch, _line).Detail;
            (_part, _last) = (detail.FirstProvider - 1, detail.FirstProvider + detail.ProviderCount - 1);
        }

        return At(-1, ++_part);
    }

    private bool NextInLine()
    {
        while (true)
        {
            if (!_isInLine)
            {
                if (++_line >= _end)
                    return false;
                _isInLine = true;
                (_part, _last) = _kind == LineKinds.LineDay ? DaysOf(new ServiceLine(_claim.Batch, _line)) : (-1, 3);
            }

            if (++_part > _last)
                _isInLine = false;
            else if (_kind == LineKinds.LineDay || IsThere())
                return At(_line, _part);
        }
    }

    private readonly bool IsThere()
    {
        ref readonly var row = ref new ServiceLine(_claim.Batch, _line).Row;
        return _kind == LineKinds.Modifier ? ModifierList.Slot(row.Modifiers, _part) != 0 : PointerList.Slot(row.Pointers, _part) != 0;
    }

    // A line whose days are not known is one fact without a day.
    private static (int Before, int Last) DaysOf(ServiceLine line) =>
        LineDays.Of(line) is var (first, last) ? (first.DayNumber - 1, last.DayNumber) : (-2, -1);

    private bool At(int line, int part)
    {
        Current = new RowPlace(_claim, line, part);
        return true;
    }
}
