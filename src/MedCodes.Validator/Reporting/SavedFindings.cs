using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Reads the findings of a saved report and the rules that they refer to.</summary>
internal sealed class SavedFindings
{
    private readonly Dictionary<string, RuleDescription> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly List<bool> _havePages = [];
    private (string Name, bool IsPage) _own;

    public void AddFile(CheckedFile file)
    {
        _havePages.Add(ShownPlace.HasLines(file.Kind));
        if (!_havePages[^1])
            _others.Add(file.Path);
    }

    public void AddRule(JsonElement record) => _rules[record.Text("id")] = new RuleDescription
    {
        Id = record.Text("id"),
        Name = record.Text("name"),
        Since = record.Text("since"),
        Status = record.Text("status"),
        Severity = Words.SeverityOf(record.Text("severity")),
        Category = record.Text("category"),
        Snip = record.TryGetProperty("snip", out var snip) ? snip.GetInt32() : null,
        AppliesTo = record.Texts("appliesTo"),
        Summary = record.Text("summary"),
        Fix = record.Text("fix"),
        Why = record.Text("why"),
        Sources = [.. record.GetProperty("sources").EnumerateArray().Select(source =>
            new RuleSource(source.Text("title"), source.TextOrNull("section"), source.TextOrNull("url"), source.TextOrNull("dates")))],
        Consequence = record.TryGetProperty("stage", out _) ? Consequence(record) : null,
        Hash = record.Text("hash")["sha256:".Length..],
    };

    public ShownFinding Finding(JsonElement record)
    {
        Frame? frame = record.TryGetProperty("frame", out var quoted)
            ? new Frame(quoted.Text("text"), quoted.Number("start"), quoted.Number("length"))
            : null;
        int? number = record.TryGetProperty("fileNumber", out _) ? record.Number("fileNumber") : null;

        // Several files may have one name. What a claim was enough for comes before its file, which is one of claims; what was not checked is a
        // configuration.
        _own = (record.GetProperty("location").Text("file"), number is not { } known || (known <= _havePages.Count && _havePages[known - 1]));
        return new ShownFinding
        {
            Rule = _rules[record.Text("rule")],
            Severity = Words.SeverityOf(record.Text("severity")),
            Phase = Words.PhaseOf(record.Text("phase")),
            FileNumber = number,
            Message = record.Text("message"),
            Cause = record.Text("cause"),
            Place = Place(record.GetProperty("location")),
            Frame = new Lazy<Frame?>(frame),
            Witnesses = [.. record.GetProperty("witnesses").EnumerateArray().Select(Witness)],
            ChargeAtRisk = record.TryGetProperty("chargeAtRisk", out var charge) ? charge.GetDecimal() : null,
            Deadline = record.TextOrNull("deadline") is { } deadline ? DateOnly.ParseExact(deadline, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            Fingerprint = record.Text("fingerprint"),
            Edits = record.TryGetProperty("fixes", out var fixes)
                ? [.. fixes.EnumerateArray().Select(edit => new ShownEdit(Region(edit.GetProperty("region")), edit.Text("replacement")))]
                : [],
        };
    }

    private static Consequence Consequence(JsonElement record)
    {
        var predicted = record.GetProperty("predicted");
        return new Consequence
        {
            Stage = record.Text("stage"),
            Carc = predicted.Texts("carc"),
            Rarc = predicted.Texts("rarc"),
            Group = predicted.TextOrNull("group"),
            Likelihood = predicted.TextOrNull("likelihood"),
            Actor = record.Text("actor"),
            Needs = record.Text("needs"),
            Compliance = record.GetProperty("compliance").GetBoolean(),
        };
    }

    private ShownPlace Place(JsonElement place)
    {
        var file = place.Text("file");
        return new ShownPlace
        {
            File = file,
            IsPage = file == _own.Name ? _own.IsPage : !_others.Contains(file),
            Claim = place.TryGetProperty("claim", out var claim) ? claim.GetInt32() : null,
            ClaimId = place.TextOrNull("claimId"),
            Line = place.TryGetProperty("line", out var line) ? line.GetInt32() : null,
            Section = place.TextOrNull("section"),
            Path = place.TextOrNull("path") ?? "",
            Region = new ShownRegion(Region(place.GetProperty("region"))),
        };
    }

    private static Region Region(JsonElement region) => new(
        region.GetProperty("byteOffset").GetInt64(),
        region.Number("byteLength"),
        region.Number("startLine"),
        region.GetProperty("startColumn").GetInt64(),
        region.Number("endLine"),
        region.GetProperty("endColumn").GetInt64());

    private ShownWitness Witness(JsonElement witness) => new()
    {
        Name = witness.Text("name"),
        Kind = witness.Text("kind"),
        Place = witness.TryGetProperty("location", out var place) ? Place(place) : null,
        Row = witness.TryGetProperty("table", out var table)
            ? new ShownRow(table.GetString()!, witness.Text("release"), witness.Text("key"), witness.GetProperty("extrapolated").GetBoolean())
            : null,
        Absence = witness.TryGetProperty("absent", out var absent)
            ? new ShownAbsence(absent.Text("sought"), absent.TryGetProperty("nearest", out var nearest) ? Place(nearest) : null, absent.TextOrNull("failed"))
            : null,
        Fields =
        [
            .. witness.GetProperty("fields").EnumerateObject().Select(Field),
            .. (witness.TryGetProperty("masked", out _) ? witness.Texts("masked") : [])
                .Select(name => new ShownField(name, [], IsList: false, IsNumber: false, IsMasked: true)),
        ],
        Members = witness.TryGetProperty("members", out var members) ? [.. members.EnumerateArray().Select(Place)] : [],
    };

    private static ShownField Field(JsonProperty field)
    {
        var isList = field.Value.ValueKind == JsonValueKind.Array;
        ImmutableArray<JsonElement> values = isList ? [.. field.Value.EnumerateArray()]
            : field.Value.ValueKind == JsonValueKind.Null ? []
            : [field.Value];
        return new ShownField(
            field.Name,
            [.. values.Select(value => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString()!)],
            isList,
            values.Any(value => value.ValueKind == JsonValueKind.Number),
            IsMasked: false);
    }
}
