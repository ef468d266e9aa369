namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Writes random rules that the loader accepts, from the whole of the language: joins, rows, totals, every demand.</summary>
internal sealed partial class RuleGrammar(Random random, GrammarUnit unit = GrammarUnit.Patient)
{
    private static readonly string[] LineKinds = ["line", "line", "line", "line-day", "modifier", "pointer"];
    private static readonly string[] AllKinds = ["line", "line", "line", "line", "line-day", "line-day", "modifier", "pointer", "claim", "claim", "diagnosis", "provider", "other-payer", "adjudication", "adjustment", "profile"];
    private static readonly string[] FileKinds = ["file", "file", "interchange", "interchange", "transaction", "transaction", "fault", "fault", "fault", "claim", "claim", "line", "line", "line-day", "modifier", "diagnosis"];
    private static readonly string[] BatchKinds = ["line", "line", "line", "line", "line-day", "modifier", "claim", "claim", "claim", "diagnosis", "provider", "adjudication"];
    private static readonly string[] Codes = ["64490", "64491", "64493", "99213", "99214", "J1100"];
    private static readonly string[] LineFields =
        ["code", "code", "code", "modifiers", "modifiers", "unit", "units", "charge", "date", "date", "through", "rendering-provider", "group-and-specialty", "ndc", "line-place-of-service", "revenue-code", "history", "described", "pointers", "written-from"];
    private static readonly string[] ClaimFields =
        ["id", "total", "frequency", "payer-sequence", "service-date", "accident", "patient-birth-date", "billing-provider", "place-of-service", "delay-reason", "setting", "filing-indicator", "submitted", "reporting"];

    private string[] Kinds => unit switch
    {
        GrammarUnit.File => FileKinds,
        GrammarUnit.Batch => BatchKinds,
        _ => AllKinds,
    };

    /// <summary>A rule of an id and a name.</summary>
    public string Rule(string id, string name) => unit == GrammarUnit.Patient && Maybe(12) ? OnDenied(id, name) : Any(id, name);

    /// <summary>A rule that reads what others found.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="read">The ids of the others.</param>
    public string OnFindings(string id, string name, IReadOnlyList<string> read)
    {
        var rule = read.Count > 1 && Maybe(3) ? $"[{string.Join(", ", read)}]" : Pick([.. read]);
        var where = $"where: {{ rule: {rule}{(Maybe(3) ? $", severity: {Pick("error", "warning", "info")}" : "")}{(Maybe(4) ? $", frequency: {OfCode(["1", "7"], [], null)}" : "")} }}";
        var names = new List<(string Name, string Kind)>();
        var subject = Pick(Kinds.Where(kind => kind != "profile").ToArray());
        var entry = $"  b: {{ is: finding, same-as: {{ a: [{string.Join(", ", KeysOf(subject, "finding"))}] }}, {where} }}";
        var match = $"  a: {{ is: {subject}{Where("a", subject, [], 1)} }}";
        names.Add(("a", subject));
        var logic = random.Next(4) switch
        {
            0 => $"match:\n{match}\n{entry.Replace("is: finding", "is: total, of: finding", StringComparison.Ordinal)}\ncheck: {{ b.count: {OfNumber([], null)} }}",
            1 => $"match:\n{match}\n{entry}\ncheck: {Braces(Bound(names, 2))}",
            2 => $"match:\n{match}\nrequire:\n{entry}",
            _ => $"match:\n{match}\nforbid:\n{entry}",
        };
        return $"{Head(id, name)}\n{logic}\n{(Maybe(3) ? $"unless: {Braces(Bound(names, 1))}" : "")}";
    }

    private string Any(string id, string name)
    {
        var subject = Pick(Kinds.Where(kind => kind != "profile").ToArray());
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
            {(unit != GrammarUnit.File && IsLine(subject) && Maybe(3) ? "denies: a" : "")}
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
        var kind = IsClaimPart(toKind) ? Pick(Kinds) : Pick(LineKinds);
        var keys = KeysOf(kind, toKind);
        var shared = Shared(kind, toKind);
        var fields = keys.Concat(shared.OrderBy(_ => random.Next()).Take(random.Next(Math.Min(4, shared.Length + 1)))).Distinct();
        var where = Where(name, kind, names, 2);
        var after = kind == toKind && Maybe(4) ? $", after: {to}" : "";
        names.Add((name, kind));
        return $"  {name}: {{ is: {kind}{after}, same-as: {{ {to}: [{string.Join(", ", fields)}] }}{where} }}";
    }

    private string Total(string name, string to, string toKind, List<(string Name, string Kind)> names)
    {
        var kind = unit switch
        {
            GrammarUnit.File => Pick("line", "claim", "fault", "transaction", "diagnosis"),
            GrammarUnit.Batch => Pick("line", "line-day", "claim", "line"),
            _ => Pick("line", "line-day", "line", "modifier", "diagnosis"),
        };
        var how = kind switch
        {
            "line" or "line-day" => Pick(", sum: units", ", sum: charge", ", distinct: date", ", distinct: rendering-provider", ""),
            "claim" => Pick(", sum: total", ", distinct: id", ""),
            _ => "",
        };
        var shared = Shared(kind, toKind);
        var fields = (unit == GrammarUnit.Patient ? [Pick("patient", "claim")] : KeysOf(kind, toKind)).Concat(shared.OrderBy(_ => random.Next()).Take(random.Next(3))).Distinct();
        var where = Where(name, kind, names, 2, isTotal: true);
        names.Add((name, how.Contains("sum", StringComparison.Ordinal) ? "sum" : "total"));
        return $"  {name}: {{ is: total, of: {kind}{how}, same-as: {{ {to}: [{string.Join(", ", fields)}] }}{where} }}";
    }

    // Facts of one file, of one claim, of one patient, or of whatever patients share a value.
    private string[] KeysOf(string kind, string toKind) => unit switch
    {
        GrammarUnit.File => IsOfFile(kind) || IsOfFile(toKind)
            ? kind is "file" or "fault" || toKind is "file" or "fault" || Maybe(2) ? ["file"] : ["interchange"]
            : Maybe(2) ? ["file"] : Maybe(2) ? ["claim"] : ["transaction"],
        GrammarUnit.Batch => IsLine(kind) && IsLine(toKind) && Maybe(2)
            ? Pick<string[]>(["code", "date"], ["rendering-provider", "date"], ["code"], ["group-and-specialty", "date"], ["claim"])
            : Pick<string[]>(["original-reference"], ["id"], ["billing-provider", "service-date"], ["interchange-control-number"], ["id", "payer-sequence"], ["patient"]),
        _ => Maybe(3) ? ["claim"] : IsLine(kind) && IsLine(toKind) && Maybe(8) ? ["line"] : ["patient"],
    };

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
        unit == GrammarUnit.File ? $"once-per: [{(IsOfFile(kind) ? "file" : Pick("file", "claim"))}]"
        : IsLine(kind) ? $"once-per: [{Pick("patient", "claim", "patient, date", "patient, rendering-provider, date, code", "line")}]" : "once-per: [claim]";
}
