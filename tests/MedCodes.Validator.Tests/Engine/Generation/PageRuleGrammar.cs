namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Writes random rules about pages: joins within a page and over all pages, every demand, totals, words and terms.</summary>
internal sealed class PageRuleGrammar(Random random)
{
    private static readonly string[] OfPage = ["document", "slot", "section", "item", "sentence", "mention", "stated", "code-mention", "amount", "front-matter"];
    private static readonly string[] OfLibrary = ["repeated-line", "twin"];
    private static readonly string[] Sections = ["title", "summary", "procedure-description", "duration", "risks-and-complications", "alternatives", "similar-codes"];
    private static readonly string[] Places = ["section", "sentence", "item", "clause"];
    private static readonly string[] Terms = ["fluoroscopy", "ultrasound", "ct", "prone-position", "supine-position", "sedation", "guidance", "position", "level"];
    private static readonly string[] Codes = ["64490", "64491", "64493", "99213"];

    /// <summary>A rule that reads what another found on the page.</summary>
    public string OnFindings(string id, string name, string read)
    {
        var subject = Pick(OfPage);
        var found = $"  b: {{ is: finding, same-as: {{ a: [document] }}, where: {{ rule: {read}{(Maybe(2) ? $", section: {Matcher("section")}" : "")} }} }}";
        return Written(id, name, $"  a: {{ is: {subject}{Where(subject)} }}", $"{Pick("require", "forbid")}:\n{found}", "report: [a]");
    }

    /// <summary>A rule about the file of a page and what its reader found wrong.</summary>
    public string OnFile(string id, string name)
    {
        var fault = $"  b: {{ is: fault, same-as: {{ a: [file] }}, where: {{ kind: {Pick("malformed-front-matter", "{ not: malformed-structure }")} }} }}";
        var demand = Maybe(3) ? "check: { a.path: { starts-with: page-1 } }" : $"{Pick("require", "forbid")}:\n{fault}";
        return Written(id, name, "  a: { is: file }", demand, "report: [a]");
    }

    /// <summary>A rule of an id and a name.</summary>
    public string Rule(string id, string name)
    {
        var subject = Maybe(8) ? Pick(OfLibrary) : Pick(OfPage);
        var names = new List<(string Name, string Kind)> { ("a", subject) };
        var match = $"  a: {{ is: {subject}{Where(subject)} }}";
        if (Maybe(3))
            match += "\n" + Joined("m", names);
        else if (Maybe(4))
            match += "\n" + Total(names);
        var found = new List<(string Name, string Kind)>(names);
        var demand = random.Next(3) switch
        {
            0 => $"check: {{ {Bound(names)} }}",
            1 => "require:\n" + Joined("b", [.. names]),
            _ => "forbid:\n" + Joined("b", found),
        };
        var more = $"""
            {(Maybe(3) ? $"unless: {{ {Bound(found)} }}" : "")}
            {(Maybe(4) ? "once-per: [document]" : "")}
            report: [{(found.Exists(bound => bound.Name == "b") && Maybe(2) ? "b, a" : "a")}]
            """;
        return Written(id, name, match, demand, more);
    }

    private string Written(string id, string name, string match, string demand, string more) => $"""
        id: {id}
        name: {name}
        since: 0.1.0
        status: stable
        severity: {Pick("error", "warning", "info")}
        category: structure
        applies-to: [document]
        summary: Random.
        message: "At {"{"}a.place{"}"}."
        fix: None.
        why: None.
        sources: [ {"{"} title: test {"}"} ]
        match:
        {match}
        {demand}
        {more}
        """;

    private string Joined(string name, List<(string Name, string Kind)> names)
    {
        var kind = Pick(OfPage);
        var to = Pick([.. names.Where(bound => bound.Kind != "total")]);
        var isPart = kind != "document" && to.Kind is not ("document" or "repeated-line" or "twin");
        var fields = Places.Where(_ => isPart && Maybe(3)).Prepend("document");
        var after = kind == to.Kind && Maybe(4) ? $", after: {to.Name}" : "";
        names.Add((name, kind));
        return $"  {name}: {{ is: {kind}{after}, same-as: {{ {to.Name}: [{string.Join(", ", fields)}] }}{Where(kind)} }}";
    }

    private string Total(List<(string Name, string Kind)> names)
    {
        var kind = Pick("mention", "code-mention", "item", "sentence", "section");
        var how = kind == "code-mention" && Maybe(2) ? ", distinct: code" : kind == "section" && Maybe(2) ? ", sum: words" : "";
        names.Add(("n", "total"));
        return $"  n: {{ is: total, of: {kind}{how}, same-as: {{ a: [document] }}{Where(kind)} }}";
    }

    private string Where(string kind)
    {
        var fields = FieldsOf(kind).OrderBy(_ => random.Next()).Take(random.Next(3)).ToList();
        if (fields.Count == 0)
            return "";
        var parts = fields.Select(field => $"{field}: {Matcher(field)}").ToList();
        if (Maybe(6))
            parts.Add($"not: {{ {fields[0]}: {Matcher(fields[0])} }}");
        return $", where: {{ {string.Join(", ", parts)} }}";
    }

    private string Bound(List<(string Name, string Kind)> names)
    {
        var (name, kind) = Pick([.. names]);
        var field = kind == "total" ? "count" : Pick(FieldsOf(kind));
        return $"{name}.{field}: {Matcher(field)}";
    }

    private static string[] FieldsOf(string kind) => kind switch
    {
        "document" => ["code", "title", "name", "code-from", "qualifiers", "title-unclosed", "codes", "effective", "final-newline"],
        "slot" => ["needs", "holds", "rank", "count", "section"],
        "section" => ["section", "text", "words", "items", "steps", "rank", "occurrence", "codes"],
        "item" => ["section", "ordered", "number", "depth", "text"],
        "sentence" => ["section", "text", "codes"],
        "mention" => ["section", "term", "axis", "terms", "negated", "hedged", "of", "by", "does", "sentence"],
        "stated" => ["section", "axis", "billing", "said", "terms", "hedged"],
        "code-mention" => ["section", "code", "own", "negated", "sure", "alone", "in-range"],
        "amount" => ["section", "measure", "low", "high", "hedged"],
        "front-matter" => ["key", "means", "value"],
        "repeated-line" => ["text", "documents", "share", "place"],
        _ => ["share", "other-code", "apart"],
    };

    private string Matcher(string field) => field switch
    {
        "code" or "other-code" => Pick($"\"{Pick(Codes)}\"", "{ present: true }", "{ in: facet-injections }", $"{{ not: \"{Pick(Codes)}\" }}"),
        "codes" => Pick($"{{ some: \"{Pick(Codes)}\" }}", $"{{ none: \"{Pick(Codes)}\" }}", "{ every: { in: facet-injections } }"),
        "title" or "name" or "text" or "value" or "key" => Pick($"{{ mentions: {Pick(Terms)} }}", "{ length: { at-most: 40 } }", "{ present: true }", $"{{ starts-with: \"{Pick("T", "The", "a")}\" }}"),
        "qualifiers" or "terms" or "said" or "by" or "does" or "apart" => Pick($"{{ some: {Pick("fluoroscopy", "prone-position", "sedation")} }}", "{ none: fluoroscopy }", "{ every: [fluoroscopy, ultrasound] }"),
        "section" => Pick(Pick(Sections), $"[{Pick(Sections)}, {Pick(Sections)}]", $"{{ not: {Pick(Sections)} }}"),
        "term" => Pick("fluoroscopy", "prone-position", "sedation"),
        "axis" => Pick("guidance", "position", "level"),
        "needs" => Pick("required", "expected", "optional"),
        "holds" => Pick("prose", "items", "steps"),
        "of" => Pick("own", "other", "{ not: earlier }"),
        "measure" => Pick("time", "units"),
        "code-from" => Pick("label", "title", "none"),
        "means" => Pick("none", "code", "title"),
        "place" => Pick("preamble", "body"),
        "effective" => Pick("{ present: true }", "{ less-than: 2024-01-01 }"),
        "ordered" or "negated" or "hedged" or "billing" or "own" or "sure" or "alone" or "in-range" or "final-newline" => Pick("yes", "no"),
        _ => $"{{ {Pick("at-least", "at-most", "more-than", "less-than", "not")}: {random.Next(40)} }}",
    };

    private bool Maybe(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
