using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Reference.Stores;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Benchmarks.ByHand;

/// <summary>The national edits as checks by hand ask for them: the tables of the rules, by packed keys.</summary>
internal sealed class HandTables(RuleSet rules, DateOnly asOf)
{
    private const int PerDay = 2;
    private static readonly ulong Program = KeyValue.Of("medicare");
    private static readonly ulong Setting = KeyValue.Of("practitioner");

    private readonly Table _pairs = rules.Tables["ncci-ptp"];
    private readonly Table _limits = rules.Tables["ncci-mue"];
    private readonly Table _addOns = rules.Tables["ncci-add-on"];
    private readonly int _indicator = rules.Tables["ncci-ptp"].Definition.IndexOf("indicator");
    private readonly int _limit = rules.Tables["ncci-mue"].Definition.IndexOf("limit");
    private readonly int _adjudication = rules.Tables["ncci-mue"].Definition.IndexOf("adjudication");
    private readonly int _type = rules.Tables["ncci-add-on"].Definition.IndexOf("type");
    private readonly Dictionary<(ulong Code, int Day), HashSet<ulong>?> _primaries = [];

    /// <summary>The modifier indicator of the edit on a pair of codes; null where there is none.</summary>
    public int? IndicatorOf(ulong comprehensive, ulong component, int day)
    {
        ReadOnlySpan<ulong> key = [Program, Setting, comprehensive, component];
        var answer = _pairs.Find(0, key, PackedDate.Unpack(day), asOf);
        return answer.Kind == AnswerKind.Row ? (int?)PackedNumber.Unpack(answer.Release!.Value(0, key, answer.Row, _indicator)) : null;
    }

    /// <summary>The units of a code that a day may have at most; null where there is no such limit.</summary>
    public decimal? DailyLimitOf(ulong code, int day)
    {
        ReadOnlySpan<ulong> key = [Program, Setting, code];
        var answer = _limits.Find(0, key, PackedDate.Unpack(day), asOf);
        if (answer.Kind != AnswerKind.Row || PackedNumber.Unpack(answer.Release!.Value(0, key, answer.Row, _adjudication)) != PerDay)
            return null;
        var limit = PackedNumber.Unpack(answer.Release!.Value(0, key, answer.Row, _limit));
        return limit > 0 ? limit : null;
    }

    /// <summary>The primary procedures of an add-on code of type 1; null for other codes.</summary>
    public HashSet<ulong>? PrimariesOf(ulong code, int day)
    {
        if (!_primaries.TryGetValue((code, day), out var primaries))
            _primaries[(code, day)] = primaries = FindPrimaries(code, day);
        return primaries;
    }

    private HashSet<ulong>? FindPrimaries(ulong code, int day)
    {
        var key = new Dictionary<string, string>(StringComparer.Ordinal) { ["program"] = "medicare", ["add-on"] = PackedText.Unpack(code)! };
        return _addOns.Find(key, PackedDate.Unpack(day), asOf) is Lookup.Row row && row.Cells[_type].Number == 1
            ? [.. row.Group.Select(KeyValue.Of)]
            : null;
    }
}
