using System.Text.Json.Nodes;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Operators;
using static MedCodes.Validator.Rules.Description.SchemaNodes;

namespace MedCodes.Validator.Rules.Description;

/// <summary>The JSON Schema of a rule, from the keys, kinds, fields and operators that the loader goes by.</summary>
internal static class RuleSchema
{
    public static JsonObject Of(RuleSet rules)
    {
        var kinds = rules.Library.Kinds.Values.Append(FindingKinds.OfPage).OrderBy(WhereOf, StringComparer.Ordinal).ToList();
        var rule = Map(
            RuleKeys.InOrder.Where(key => key.Need == KeyNeed.Always).Select(key => key.Name),
            RuleKeys.InOrder.Select(key => (key.Name, ValueOf(key.Name).Described(key.Meaning))));
        var definitions = new JsonObject
        {
            ["group"] = GroupOf(),
            ["condition"] = Condition(),
            ["same-as"] = MapOf(Several(Scalar)),
            ["entry"] = AnyOf(kinds.SelectMany(Entries).Append(OwnTable(kinds))),
        };
        foreach (var kind in kinds)
            definitions[WhereOf(kind)] = Where(kind);
        foreach (var type in Types(kinds))
            definitions[NameOf(type)] = OperatorsOf(type);
        rule["definitions"] = definitions;
        return rule;
    }

    private static JsonObject ValueOf(string key) => key switch
    {
        "status" => Choice(RuleChoices.Statuses),
        "severity" => Choice(RuleChoices.Severities),
        "category" => Choice(RuleChoices.Categories),
        "applies-to" => Several(() => Choice(RuleChoices.Inputs)),
        "snip" => new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 7 },
        "stage" => Choice(RuleChoices.Stages),
        "likelihood" => Choice(RuleChoices.Likelihoods),
        "actor" => Choice(RuleChoices.Actors),
        "needs" => Choice(RuleChoices.Needs),
        "compliance" => YesNo(),
        "match" or "optional" => Defined("group"),
        "require" or "forbid" => Several(() => Defined("group")),
        "check" or "unless" => Defined("condition"),
        "once-per" or "report" => Several(Scalar),
        "sources" => Several(Source),
        "predicted" => Map([], ("carc", Several(Scalar)), ("rarc", Several(Scalar)), ("group", Scalar())),
        "suggest" => Several(Suggestion),
        "tests" => Map([], ("invalid", List(Test())), ("valid", List(Test())), ("survivors", List(Map(["mutant", "because"], ("mutant", Scalar()), ("because", Scalar()))))),
        "history" => Anything(),
        _ => Scalar(),
    };

    public static JsonObject Source() => Map(["title"], ("title", Scalar()), ("section", Scalar()), ("url", Scalar()), ("dates", Scalar()));

    private static JsonObject Suggestion() => Map(
        [], [("mechanical", YesNo()), ("needs", Choice(["documentation"])), .. RuleChoices.Edits.Select(edit => (edit, Anything()))]);

    private static JsonObject Test() => new()
    {
        ["type"] = "object",
        ["required"] = Strings(["name"]),
        ["properties"] = new JsonObject { ["name"] = Scalar() },
    };

    private static JsonObject GroupOf()
    {
        var group = MapOf(Defined("entry"));
        group["minProperties"] = 1;
        return group;
    }

    private static JsonObject Condition() => new()
    {
        ["type"] = "object",
        ["properties"] = Connectives("condition"),
        ["patternProperties"] = new JsonObject { [@"^[^.]+\.[^.]+$"] = Anything() },
        ["additionalProperties"] = false,
    };

    private static JsonObject Connectives(string part) => new()
    {
        ["all"] = List(Defined(part)),
        ["any"] = List(Defined(part)),
        ["not"] = Defined(part),
    };

    private static IEnumerable<JsonObject> Entries(FactKind kind)
    {
        yield return Map(kind.IsTable ? ["is", "where"] : ["is"], [("is", Choice([kind.Name]).Described(kind.Summary)), .. Conditions(kind)]);
        if (!kind.IsTable)
        {
            var fields = kind.AllFields.Where(field => !field.Type.IsList).Select(field => field.Name).ToList();
            yield return Map(["is", "of"], [("is", Choice(["total"])), ("of", Choice([kind.Name])), ("sum", Choice(fields)), ("distinct", Choice(fields)), .. Conditions(kind)]);
        }
    }

    private static (string Key, JsonObject Value)[] Conditions(FactKind kind) =>
        [("same-as", Defined("same-as")), ("after", Scalar()), ("where", Defined(WhereOf(kind)))];

    /// <summary>A table that the library this schema was made from does not have.</summary>
    private static JsonObject OwnTable(IEnumerable<FactKind> known) => Map(
        ["is", "where"],
        ("is", new JsonObject { ["type"] = "string", ["not"] = Choice([.. known.Select(kind => kind.Name), "total"]) }),
        ("where", new JsonObject { ["type"] = "object" }));

    private static JsonObject Where(FactKind kind)
    {
        var properties = Connectives(WhereOf(kind));
        if (kind.IsTable)
            properties["in-force"] = Scalar().Described("The day on which the row must be in force.");
        foreach (var field in kind.AllFields.DistinctBy(field => field.Name))
            properties[field.Name] = Matcher(field.Type).Described(field.Summary);
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }

    private static JsonObject Matcher(FieldType type)
    {
        var operators = Defined(NameOf(type));
        if (type.IsList)
            return AnyOf(operators, new JsonObject { ["type"] = "string", ["pattern"] = @"^\$" });
        return AnyOf(Single(type), List(Single(type)), operators);
    }

    private static JsonObject Single(FieldType type) => type switch
    {
        { Scalar: ScalarType.Fact } => new JsonObject { ["type"] = "string", ["pattern"] = @"^\$" },
        { Scalar: ScalarType.YesNo } => YesNo(),
        { Names.IsEmpty: false } => AnyOf(Choice(type.Names), new JsonObject { ["type"] = "string", ["pattern"] = @"^\$" }),
        _ => Scalar(),
    };

    private static IEnumerable<FieldType> Types(IEnumerable<FactKind> kinds) =>
        kinds.SelectMany(kind => kind.AllFields).Select(field => field.Type).DistinctBy(NameOf).OrderBy(NameOf, StringComparer.Ordinal);

    private static JsonObject OperatorsOf(FieldType type)
    {
        var operators = Map([], AllOperators.InOrder.Where(one => one.Accepts(type)).Select(one => (one.Name, Anything().Described(one.Summary))));
        operators["minProperties"] = 1;
        return operators;
    }

    private static string NameOf(FieldType type) => $"operators-on-{(type.IsList ? "lists" : type.Scalar.ToString().ToLowerInvariant())}";

    private static string WhereOf(FactKind kind) => kind == FindingKinds.OfPage ? "where-finding-on-page" : $"where-{kind.Name}";
}
