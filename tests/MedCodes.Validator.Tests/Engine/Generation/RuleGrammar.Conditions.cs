namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Conditions on the fields of every kind.</summary>
internal sealed partial class RuleGrammar
{
    private string Where(string name, string kind, IReadOnlyList<(string Name, string Kind)> others, int most, bool isTotal = false)
    {
        var tests = random.Next(most + 1);
        if (tests == 0)
            return "";
        var fields = FieldsOf(kind).OrderBy(_ => random.Next()).Distinct().Take(tests).ToList();
        var parts = fields.Select(field => $"{field}: {Matcher(field, others)}").ToList();
        if (Maybe(5))
        {
            var field = Pick(FieldsOf(kind));
            parts.Add(random.Next(3) switch
            {
                0 => $"any: [ {{ {field}: {Matcher(field, others)} }}, {{ {field}: {Matcher(field, others)} }} ]",
                1 => $"not: {{ {field}: {Matcher(field, others)} }}",
                _ => $"all: [ {{ {field}: {Matcher(field, others)} }} ]",
            });
        }

        _ = name;
        _ = isTotal;
        return $", where: {{ {string.Join(", ", parts)} }}";
    }

    // Conditions on bound names, for check and unless.
    private string Bound(List<(string Name, string Kind)> names, int most)
    {
        var tests = Enumerable.Range(0, 1 + random.Next(most)).Select(_ =>
        {
            var (name, kind) = Pick([.. names]);
            var field = kind switch
            {
                "total" => "count",
                "sum" => Pick("sum", "count"),
                "pairs" => "indicator",
                "primaries" => "listed",
                "limits" => "limit",
                _ => Pick(FieldsOf(kind)),
            };
            return (Key: $"{name}.{field}", Text: $"{name}.{field}: {Matcher(field, names)}");
        }).DistinctBy(test => test.Key).ToList();
        return Maybe(4) && tests.Count > 1
            ? $"any: [ {string.Join(", ", tests.Select(test => $"{{ {test.Text} }}"))} ]"
            : string.Join(", ", tests.Select(test => test.Text));
    }

    private string Matcher(string field, IReadOnlyList<(string Name, string Kind)> others)
    {
        switch (field)
        {
            case "code" or "adjudicated-code":
                return OfCode(Codes, ["blocks", "visits", "lately"], field == "code" ? Line(others, "code") : null);
            case "modifier-code":
                return OfCode(["LT", "RT", "59", "50", "25"], ["sides"], null, mayBeAbsent: false);
            case "modifiers":
                var inner = Pick("\"59\"", "[LT, \"25\"]", "{ in: sides }", "{ not: RT }", "{ starts-with: \"5\" }");
                return Maybe(6) ? "{ includes: [RT] }" : $"{{ {Pick("some", "none", "every")}: {inner} }}";
            case "pointers":
                return $"{{ {Pick("some", "none", "every")}: {{ at-least: {1 + random.Next(3)} }} }}";
            case "listed":
                return $"{{ some: {Pick(Codes)} }}";
            case "path":
                return Pick("batch-0.837", "{ starts-with: batch }", "{ matches: \"batch-[12][.]837\" }", "{ not: batch-1.837 }");
            case "kind":
                return Pick("missing-segment", "[invalid-date, invalid-number]", "{ not: missing-segment }");
            case "expected" or "found" or "element":
                return OfCode(["SE", "GE", "x"], [], null);
            case "original-reference" or "interchange-control-number" or "transaction-control-number":
                return OfCode(["1", "2"], [], null);
            case "unit":
                return OfCode(["UN", "MJ"], [], null);
            case "units" or "position" or "target" or "count" or "limit" or "indicator" or "claim-ordinal":
                return OfNumber(others, field == "units" ? "units" : null);
            case "charge" or "total" or "sum" or "other-paid" or "paid" or "adjustment-amount":
                return OfNumber(others, "charge");
            case "date" or "through" or "service-date" or "accident" or "submitted" or "written-from" or "patient-birth-date":
                return OfDate(others);
            case "history" or "described" or "principal" or "organization" or "reporting" or "has-secondary-id":
                return Pick("yes", "no");
            case "setting":
                return Pick("practitioner", "hospital");
            case "role":
                return Pick("billing", "rendering", "[billing, ordering]");
            case "frequency":
                return OfCode(["1", "7", "8"], [], null);
            case "payer-sequence" or "other-payer-sequence":
                return OfCode(["P", "S"], [], null);
            case "filing-indicator":
                return OfCode(["MB", "CI"], [], null);
            case "rendering-provider" or "billing-provider" or "npi":
                var npi = field == "rendering-provider" ? Line(others, "rendering-provider") : null;
                return Maybe(3) ? "{ check-digit: npi }" : OfCode(["1234567893", "1245319599"], [], npi);
            case "others-bill":
                return Pick("\"yes\"", "auto", "\"no\"");
            case "timely-filing":
                return "{ at-least: 2 }";
            default:
                return OfCode(["11", "22", "X1"], [], null);
        }
    }

    private string OfCode(string[] values, string[] sets, string? other, bool mayBeAbsent = true) => random.Next(9) switch
    {
        0 or 1 when sets.Length > 0 => $"{{ in: {Pick(sets)} }}",
        2 => $"[{Quoted(Pick(values))}, {Quoted(Pick(values))}]",
        3 => $"{{ not: {Quoted(Pick(values))} }}",
        4 when mayBeAbsent => $"{{ present: {Pick("true", "false")} }}",
        5 when other is not null => Maybe(2) ? other : $"{{ not: {other} }}",
        6 => $"{{ starts-with: {Quoted(Pick(values)[..1])} }}",
        7 when sets.Length > 0 => $"{{ not: {{ in: {Pick(sets)} }} }}",
        _ => Quoted(Pick(values)),
    };

    private string OfNumber(IReadOnlyList<(string Name, string Kind)> others, string? field)
    {
        var other = field is null ? null : Line(others, field);
        var bound = other is not null && Maybe(2) ? $"{other} + 1" : (1 + random.Next(3)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return random.Next(5) switch
        {
            0 => $"{{ between: [1, {bound}] }}",
            1 => bound.Contains('$', StringComparison.Ordinal) ? $"{{ at-most: {bound} }}" : bound,
            2 => $"{{ not: {(bound.Contains('$', StringComparison.Ordinal) ? "1" : bound)} }}",
            _ => $"{{ {Pick("at-least", "at-most", "more-than", "less-than")}: {bound} }}",
        };
    }

    private string OfDate(IReadOnlyList<(string Name, string Kind)> others)
    {
        var other = Line(others, "date");
        var shift = Pick(" - 2 days", " + 1 days", " - 1 months", "", " - $policy.new-patient-years years");
        var bound = other is not null ? $"{other}{shift}" : $"2024-08-{10 + random.Next(8)}";
        return random.Next(5) switch
        {
            0 => "{ present: true }",
            1 when other is not null => $"{{ between: [{other} - 3 days, {other} + 1 days] }}",
            2 when other is not null => $"{{ at-least: {other} - 3 days, less-than: {other} }}",
            _ => $"{{ {Pick("at-least", "at-most", "more-than", "less-than", "not")}: {bound} }}",
        };
    }

    private string? Line(IReadOnlyList<(string Name, string Kind)> names, string field)
    {
        var lines = names.Where(bound => IsLine(bound.Kind)).ToList();
        return lines.Count == 0 ? null : $"${lines[random.Next(lines.Count)].Name}.{field}";
    }

    private string[] FieldsOf(string kind) => kind switch
    {
        "line" => LineFields,
        "line-day" => [.. LineFields, "units", "date"],
        "modifier" => ["modifier-code", "modifier-code", "position", "code", "date", "units"],
        "pointer" => ["target", "position", "code", "pointed-code"],
        "file" => ["path"],
        "interchange" => ["interchange-control-number", "interchange-control-number", "path"],
        "transaction" => ["transaction-control-number", "submitted", "reporting", "interchange-control-number", "path"],
        "fault" => ["kind", "kind", "expected", "found", "element", "claim-ordinal", "path"],
        "claim" => unit == GrammarUnit.Patient ? ClaimFields : [.. ClaimFields, "original-reference", "path", "interchange-control-number"],
        "diagnosis" => ["code", "position", "principal", "qualifier"],
        "provider" => ["role", "npi", "id-qualifier", "organization", "taxonomy", "has-secondary-id"],
        "other-payer" => ["other-payer-sequence", "other-paid", "payer-sequence"],
        "adjudication" => ["paid", "adjudicated-code", "code"],
        "adjustment" => ["adjustment-amount", "adjustment-group", "paid"],
        "profile" => ["others-bill", "timely-filing", "frequency"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string[] Shared(string kind, string other)
    {
        if (IsOfFile(kind) || IsOfFile(other))
            return [];
        if (IsLine(kind) && IsLine(other))
            return ["date", "date", "code", "rendering-provider", "group-and-specialty", "modifiers", "units", "ndc", "charge", "unit"];
        return kind == other && kind == "claim" ? ["id", "frequency", "service-date"] : ["frequency", "payer-sequence", "billing-provider"];
    }

    private static bool IsLine(string kind) => kind is "line" or "line-day" or "modifier" or "pointer" or "adjudication" or "adjustment";

    private static bool IsOfFile(string kind) => kind is "file" or "interchange" or "transaction" or "fault";

    private static bool IsClaimPart(string kind) => !IsTable(kind);

    private static bool IsTable(string kind) => kind is "pairs" or "primaries" or "limits" or "total" or "sum";

    private static string Braces(string text) => $"{{ {text} }}";

    private static string Quoted(string text) => $"\"{text}\"";

    private bool Maybe(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
