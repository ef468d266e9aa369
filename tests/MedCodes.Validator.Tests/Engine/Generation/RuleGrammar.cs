namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Writes random rules that the loader accepts, from the whole of the language: joins, rows, totals, every demand.</summary>
internal sealed class RuleGrammar(Random random)
{
    private static readonly string[] LineKinds = ["line", "line", "line", "line-day", "modifier", "pointer"];
    private static readonly string[] AllKinds = ["line", "line", "line", "line", "line-day", "line-day", "modifier", "pointer", "claim", "claim", "diagnosis", "provider", "other-payer", "adjudication", "adjustment", "profile"];
    private static readonly string[] Codes = ["64490", "64491", "64493", "99213", "99214", "J1100"];
    private static readonly string[] LineFields =
        ["code", "code", "code", "modifiers", "modifiers", "unit", "units", "charge", "date", "date", "through", "rendering-provider", "group-and-specialty", "ndc", "line-place-of-service", "revenue-code", "history", "described", "pointers", "written-from"];
    private static readonly string[] ClaimFields =
        ["id", "total", "frequency", "payer-sequence", "service-date", "accident", "patient-birth-date", "billing-provider", "place-of-service", "delay-reason", "setting", "filing-indicator", "submitted", "reporting"];

    /// <summary>A rule of an id and a name.</summary>
    public string Rule(string id, string name) => Maybe(12) ? OnDenied(id, name) : Any(id, name);

    private string Any(string id, string name)
    {
        var subject = Pick(AllKinds.Where(kind => kind != "profile").ToArray());
        var names = new List<(string Name, string Kind)> { ("a", subject) };
        var match = $"  a: {{ is: {subject}{Where("a", subject, [], 2)} }}";
        if (IsLine(subject) && Maybe(4))
            match += "\n" + Row("t", "a", names);
        else if (Maybe(5))
            match += "\n" + Total("n", "a", subject, names);
        else if (Maybe(6))
            match = Maybe(2) ? match + "\n" + Joined("m", "a", subject, names) : Joined("m", "a", subject, names) + "\n" + match;
        var first = match.StartsWith("  m:", StringComparison.Ordinal) ? names[^1].Kind : subject;
        var found = new List<(string, string)>(names);
        var demand = random.Next(3) switch
        {
            0 => $"check: {Braces(Bound(names, 2))}",
            1 => Groups("require", names, found, bindsOutward: false),
            _ => Groups("forbid", names, found, bindsOutward: true),
        };
        return $"""
            {Head(id, name)}
            match:
            {match}
            {demand}
            {(Maybe(3) ? $"unless: {Braces(Bound(found, 1))}" : "")}
            {(Maybe(6) ? $"optional:\n{Joined("o", "a", subject, [.. names])}" : "")}
            {(Maybe(4) ? OncePer(first) : "")}
            {(Maybe(3) && found.Exists(bound => bound.Item1 == "b" && !IsTable(bound.Item2) && bound.Item2 != "profile") ? "report: [b]" : "")}
            {(IsLine(subject) && Maybe(3) ? "denies: a" : "")}
            """;
    }

    // What is denied may be asked for in match and, the other way round, inside require.
    private string OnDenied(string id, string name) => Maybe(2)
        ? $"""
            {Head(id, name)}
            match:
              a: {"{"} is: line, where: {"{"} denied: true, code: {"{"} in: blocks {"}"} {"}"} {"}"}
            check: {Braces(Bound([("a", "line")], 1))}
            """
        : $"""
            {Head(id, name)}
            match:
              a: {"{"} is: line{Where("a", "line", [], 1)} {"}"}
            require:
              b: {"{"} is: line, same-as: {"{"} a: [patient, {Pick("date", "code", "rendering-provider")}] {"}"}, where: {"{"} denied: false {"}"} {"}"}
            denies: a
            """;

    private string Head(string id, string name) => $"""
        id: {id}
        name: {name}
        since: 0.1.0
        status: stable
        severity: {Pick("error", "warning", "info")}
        category: {Pick("national-edits", "coverage", "codes")}
        snip: 7
        applies-to: {Pick("[professional]", "[professional, institutional]", "[institutional]")}
        summary: Random.
        message: "At {"{"}a.place{"}"}."
        fix: None.
        why: None.
        sources: [ {"{"} title: test {"}"} ]
        stage: denial
        actor: coder
        needs: none
        """;

    private string Groups(string demand, List<(string Name, string Kind)> names, List<(string, string)> found, bool bindsOutward)
    {
        var groups = Maybe(4) ? 2 : 1;
        var written = Enumerable.Range(0, groups).Select(number =>
        {
            var inner = new List<(string Name, string Kind)>(names);
            var subject = names[0];
            var text = Joined(number == 0 ? "b" : "c", "a", subject.Kind, inner);
            var bound = inner[^1];
            if (IsLine(bound.Kind) && Maybe(3))
                text += "\n" + Row(number == 0 ? "s" : "u", bound.Name, inner);
            else if (Maybe(6))
                text += "\n" + Joined(number == 0 ? "d" : "e", "a", subject.Kind, inner);
            if (bindsOutward)
                found.AddRange(inner.Where(item => !found.Contains(item)));
            return text;
        }).ToList();
        return groups == 1
            ? $"{demand}:\n{written[0]}"
            : $"{demand}:\n" + string.Join('\n', written.Select(text => "  - " + text.TrimStart().Replace("\n  ", "\n    ", StringComparison.Ordinal)));
    }

    private string Joined(string name, string to, string toKind, List<(string Name, string Kind)> names)
    {
        var kind = IsClaimPart(toKind) ? Pick(AllKinds) : Pick(LineKinds);
        string[] keys = Maybe(3) ? ["claim"] : IsLine(kind) && IsLine(toKind) && Maybe(8) ? ["line"] : ["patient"];
        var shared = Shared(kind, toKind);
        var fields = keys.Concat(shared.OrderBy(_ => random.Next()).Take(random.Next(Math.Min(4, shared.Length + 1)))).Distinct();
        var where = Where(name, kind, names, 2);
        var after = kind == toKind && Maybe(4) ? $", after: {to}" : "";
        names.Add((name, kind));
        return $"  {name}: {{ is: {kind}{after}, same-as: {{ {to}: [{string.Join(", ", fields)}] }}{where} }}";
    }

    private string Total(string name, string to, string toKind, List<(string Name, string Kind)> names)
    {
        var kind = Pick("line", "line-day", "line", "modifier", "diagnosis");
        var how = kind is "line" or "line-day"
            ? Pick(", sum: units", ", sum: charge", ", distinct: date", ", distinct: rendering-provider", "")
            : "";
        var shared = Shared(kind, toKind);
        var fields = new[] { Pick("patient", "claim") }.Concat(shared.OrderBy(_ => random.Next()).Take(random.Next(3))).Distinct();
        var where = Where(name, kind, names, 2, isTotal: true);
        names.Add((name, how.Contains("sum", StringComparison.Ordinal) ? "sum" : "total"));
        return $"  {name}: {{ is: total, of: {kind}{how}, same-as: {{ {to}: [{string.Join(", ", fields)}] }}{where} }}";
    }

    private string Row(string name, string of, List<(string Name, string Kind)> names)
    {
        var table = Pick("pairs", "primaries", "limits");
        names.Add((name, table));
        var key = table switch
        {
            "pairs" => Maybe(2) ? $"first: {Pick(Codes)}, second: ${of}.code" : $"first: ${of}.code, second: {{ in: [{Pick(Codes)}, {Pick(Codes)}] }}",
            "primaries" => $"add-on: ${of}.code",
            _ => $"code: ${of}.code",
        };
        key = key.Replace(", second: { in: [", ", second: { in: [", StringComparison.Ordinal);
        if (key.Contains("{ in:", StringComparison.Ordinal))
            key = $"first: ${of}.code, second: {Pick(Codes)}";
        var more = table switch
        {
            "pairs" when Maybe(2) => $", indicator: {random.Next(2)}",
            "primaries" when Maybe(2) => ", type: 1",
            "limits" when Maybe(3) => ", limit: { at-least: 2 }",
            _ => "",
        };
        return $"  {name}: {{ is: {table}, where: {{ {key}, in-force: ${of}.date{more} }} }}";
    }

    private string OncePer(string kind) =>
        IsLine(kind) ? $"once-per: [{Pick("patient", "claim", "patient, date", "patient, rendering-provider, date, code", "line")}]" : "once-per: [claim]";

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
                return OfCode(["LT", "RT", "59", "50", "25"], ["sides"], null);
            case "modifiers":
                var inner = Pick("\"59\"", "[LT, \"25\"]", "{ in: sides }", "{ not: RT }", "{ starts-with: \"5\" }");
                return Maybe(6) ? "{ includes: [RT] }" : $"{{ {Pick("some", "none", "every")}: {inner} }}";
            case "pointers":
                return $"{{ {Pick("some", "none", "every")}: {{ at-least: {1 + random.Next(3)} }} }}";
            case "listed":
                return $"{{ some: {Pick(Codes)} }}";
            case "unit":
                return OfCode(["UN", "MJ"], [], null);
            case "units" or "position" or "target" or "count" or "limit" or "indicator":
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

    private string OfCode(string[] values, string[] sets, string? other) => random.Next(9) switch
    {
        0 or 1 when sets.Length > 0 => $"{{ in: {Pick(sets)} }}",
        2 => $"[{Quoted(Pick(values))}, {Quoted(Pick(values))}]",
        3 => $"{{ not: {Quoted(Pick(values))} }}",
        4 => $"{{ present: {Pick("true", "false")} }}",
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

    private static string[] FieldsOf(string kind) => kind switch
    {
        "line" => LineFields,
        "line-day" => [.. LineFields, "units", "date"],
        "modifier" => ["modifier-code", "modifier-code", "position", "code", "date", "units"],
        "pointer" => ["target", "position", "code", "pointed-code"],
        "claim" => ClaimFields,
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
        if (IsLine(kind) && IsLine(other))
            return ["date", "date", "code", "rendering-provider", "group-and-specialty", "modifiers", "units", "ndc", "charge", "unit"];
        return kind == other && kind == "claim" ? ["id", "frequency", "service-date"] : ["frequency", "payer-sequence", "billing-provider"];
    }

    private static bool IsLine(string kind) => kind is "line" or "line-day" or "modifier" or "pointer" or "adjudication" or "adjustment";

    private static bool IsClaimPart(string kind) => !IsTable(kind);

    private static bool IsTable(string kind) => kind is "pairs" or "primaries" or "limits" or "total" or "sum";

    private static string Braces(string text) => $"{{ {text} }}";

    private static string Quoted(string text) => $"\"{text}\"";

    private bool Maybe(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
