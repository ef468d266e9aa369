using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Counts the findings of one cause, which come in canonical order.</summary>
internal sealed class WorkCause(string cause, RuleDescription rule, int mostShown, int mostPlaces)
{
    private readonly Dictionary<string, ClaimNumbers> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<int, decimal> _ofLines = [];
    private readonly Dictionary<(string File, int? Claim), decimal> _ofClaims = [];
    private readonly ImmutableArray<int>.Builder _members = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<WorkPlace>.Builder _places = ImmutableArray.CreateBuilder<WorkPlace>();
    private (string File, int? Claim) _claim = ("", null);
    private (string File, long Offset) _onPage = ("", -1);
    private Severity _severity;
    private DateOnly? _deadline;
    private decimal? _charge;
    private int _count;
    private int _placeCount;

    public void Add(int number, ShownFinding finding)
    {
        _count++;
        if (_members.Count < mostShown)
            _members.Add(number);
        _severity = (Severity)Math.Max((int)_severity, (int)finding.Severity);
        if (finding.Deadline is { } day && !(_deadline <= day))
            _deadline = day;
        if (finding.ChargeAtRisk is { } charge)
            Charge(finding.Place, charge);
        if (IsNew(finding.Place) && ++_placeCount <= mostPlaces)
            _places.Add(WorkPlace.Of(finding.Place));
    }

    public WorkItem ToItem() => new()
    {
        Cause = cause,
        Rule = rule,
        Severity = _severity,
        Findings = _count,
        Members = _members.ToImmutable(),
        Deadline = _deadline,
        Claims = _claims.Values.Sum(claims => claims.Count),
        ChargeAtRisk = _charge,
        Places = _places.ToImmutable(),
        MorePlaces = _placeCount - _places.Count,
    };

    // A line that two findings deny counts once, with the larger charge. The lines of a claim stand together in the file; what is found of
    // the claim itself may stand at several places, such as a provider's of many claims.
    private void Charge(ShownPlace place, decimal charge)
    {
        if (place.Line is { } line)
        {
            if (_claim != (place.File, place.Claim))
                _ofLines.Clear();
            _claim = (place.File, place.Claim);
            Charge(_ofLines, line, charge);
        }
        else
        {
            Charge(_ofClaims, (place.File, place.Claim), charge);
        }
    }

    private void Charge<TKey>(Dictionary<TKey, decimal> charges, TKey key, decimal charge)
        where TKey : notnull
    {
        var isKnown = charges.TryGetValue(key, out var before);
        if (isKnown && before >= charge)
            return;
        charges[key] = charge;
        _charge = (_charge ?? 0) + charge - before;
    }

    private bool IsNew(ShownPlace place)
    {
        if (place.Claim is { } claim)
        {
            if (!_claims.TryGetValue(place.File, out var claims))
                _claims.Add(place.File, claims = new ClaimNumbers());
            return claims.Add(claim);
        }

        var at = (place.File, place.Region.Value.ByteOffset);
        var isNew = at != _onPage;
        _onPage = at;
        return isNew;
    }

    /// <summary>Numbers of claims, nearly in order.</summary>
    private sealed class ClaimNumbers
    {
        private readonly List<int> _inOrder = [];
        private readonly HashSet<int> _others = [];

        public int Count => _inOrder.Count + _others.Count;

        public bool Add(int number)
        {
            if (_inOrder.Count > 0 && number <= _inOrder[^1])
                return _inOrder.BinarySearch(number) < 0 && _others.Add(number);
            _inOrder.Add(number);
            return true;
        }
    }
}
