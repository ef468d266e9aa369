using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Packing;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Rules.Packing;

public sealed class RulePackTests
{
    private static readonly ImmutableArray<YamlSource> Files =
        [.. Repository.Files("rules", "*.yaml").Select(file => new YamlSource(Path.GetRelativePath(Repository.PathOf("rules"), file), File.ReadAllText(file)))];

    [Fact]
    public void What_comes_out_of_a_pack_is_what_went_in_node_by_node()
    {
        var unpacked = Pack(Files);

        Assert.Equal(Files.Select(file => (file.Path, file.Text, file.Digest)), unpacked.Select(file => (file.Path, file.Text, file.Digest)));
        Assert.All(Files.Zip(unpacked), pair => Assert.Equal(Written(pair.First), Written(pair.Second)));
    }

    [Fact]
    public void Rules_of_a_pack_are_the_same_rules()
    {
        Assert.True(RuleSet.TryLoad(Files, out var fromYaml, out _));
        Assert.True(RuleSet.TryLoad(Pack(Files), out var fromPack, out _));

        Assert.Equal(fromYaml.Hash, fromPack.Hash);
        Assert.Equal(fromYaml.Rules.Select(rule => rule.Description.ToString()), fromPack.Rules.Select(rule => rule.Description.ToString()));
    }

    [Fact]
    public void A_fault_beside_packed_rules_is_told_at_its_place()
    {
        var again = Files.First(file => file.Path.StartsWith("claims/", StringComparison.Ordinal));
        RuleSet.TryLoad([.. Pack(Files), new YamlSource("claims/own/again.yaml", again.Text)], out _, out var diagnostics);

        Assert.Contains(diagnostics, one => one.ToString().StartsWith("claims/own/again.yaml:1:5: the id ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("MCRULES0")]
    [InlineData("id: MC2101\n")]
    public void Anything_else_is_no_pack(string text) =>
        Assert.Throws<InvalidDataException>(() => RulePack.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void What_is_not_yaml_is_not_packed()
    {
        using var stream = new MemoryStream();

        Assert.Single(Assert.Throws<RuleSetException>(() => RulePack.Write([new YamlSource("claims/own/rule.yaml", "a: [")], stream)).Diagnostics);
    }

    private static ImmutableArray<YamlSource> Pack(IEnumerable<YamlSource> files)
    {
        using var stream = new MemoryStream();
        RulePack.Write(files, stream);
        stream.Position = 0;
        return RulePack.Read(stream);
    }

    private static string Written(YamlSource file)
    {
        var text = new StringBuilder();
        Write(YamlTreeReader.Read(file, new Diagnostics())!, text);
        return text.ToString();
    }

    private static void Write(YamlNode node, StringBuilder text)
    {
        text.Append(node.Mark).Append(' ');
        switch (node)
        {
            case YamlScalar scalar:
                text.Append(scalar.IsPlain).Append(' ').Append(scalar.Text).Append('\n');
                break;
            case YamlSequence list:
                text.Append("list\n");
                foreach (var item in list.Items)
                    Write(item, text);
                break;
            case YamlMapping map:
                text.Append("map\n");
                foreach (var entry in map.Entries)
                {
                    Write(entry.Key, text);
                    Write(entry.Value, text);
                }

                break;
        }
    }
}
