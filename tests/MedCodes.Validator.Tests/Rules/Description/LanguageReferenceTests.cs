using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Description;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Rules.Description;

public sealed class LanguageReferenceTests
{
    private static readonly Lazy<string> Page = new(Write);

    [Fact]
    public void The_page_describes_every_kind_field_operator_parameter_and_key()
    {
        Assert.All(Kinds.InOrder, kind => Assert.Contains($"### `{kind}`\n", Page.Value, StringComparison.Ordinal));
        Assert.All(Kinds.InOrder.SelectMany(kind => kind.Fields), field => Assert.Contains($"| `{field.Name}` | ", Page.Value, StringComparison.Ordinal));
        Assert.All(AllOperators.InOrder, one => Assert.Contains($"| `{one.Name}` | {one.Takes} | {one.Summary} |", Page.Value, StringComparison.Ordinal));
        Assert.All(PolicyParameters.All, one => Assert.Contains($"| `{one.Name}` | ", Page.Value, StringComparison.Ordinal));
        Assert.All(RuleKeys.InOrder, key => Assert.Contains($"| `{key.Name}`", Page.Value, StringComparison.Ordinal));
        Assert.Contains("### `ncci-ptp`\n", Page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_the_whole_lists_of_words() =>
        Assert.Contains("before the phrase: no, not, never, without, neither, nor, cannot, unable to, lack of, ", Page.Value, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_left_to_be_filled_in() => Assert.DoesNotContain("@@", Page.Value, StringComparison.Ordinal);

    [Fact]
    public void The_keys_of_the_page_are_those_that_the_loader_knows()
    {
        var written = RuleText.Source("match: { line: { is: line } }\ncheck: { line.unit: UN }\n", 1);
        var missing = RuleKeys.InOrder.Where(key => !written.Text.Contains($"\n{key.Name}:", StringComparison.Ordinal) && key.Name != "id");
        var all = new YamlSource(written.Path, written.Text + string.Concat(missing.Select(key => $"{key.Name}: 1\n")));
        RuleSet.TryLoad([all], out _, out var diagnostics);

        Assert.DoesNotContain(diagnostics, one => one.Message.StartsWith("unknown key", StringComparison.Ordinal));
    }

    public static TheoryData<string> NeededKeys => [.. RuleKeys.InOrder.Where(key => key.Need is KeyNeed.Always or KeyNeed.Claims).Select(key => key.Name)];

    [Theory]
    [MemberData(nameof(NeededKeys))]
    public void A_rule_without_a_key_that_it_must_have_is_refused(string key)
    {
        var written = RuleText.Source("match: { line: { is: line } }\ncheck: { line.unit: UN }\n", 1);
        var lines = written.Text.Split('\n').Where(line => !line.StartsWith($"{key}:", StringComparison.Ordinal));
        RuleSet.TryLoad([new YamlSource(written.Path, string.Join('\n', lines))], out _, out var diagnostics);

        Assert.Contains(diagnostics, one => one.Message == $"the rule has no '{key}'");
    }

    private static string Write()
    {
        using var page = new StringWriter();
        LanguageReference.Write(RuleSet.Load(Repository.PathOf("rules")), page);
        return page.ToString();
    }
}
