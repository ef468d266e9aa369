using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Yaml;

public sealed class YamlTreeReaderTests
{
    [Fact]
    public void A_text_cut_or_damaged_anywhere_gives_nodes_or_diagnostics()
    {
        const string text = "a: 'b \"c\" d'\ncode: [64491, 64492]\n\"e\": \"f \\u00e9 \\U0001F489\"\ng: >\n  h\n  i\nj: { k: l, m: [n, o] } # p\nq:\n  - r: s\n  - [t]\n";
        for (var i = 0; i < text.Length; i++)
        {
            AssertAnswers(text[..i]);
            foreach (var c in "[]{}:,'\"-#&*!|>%@`?\\\n\t\u0001U~9")
                AssertAnswers(string.Concat(text.AsSpan(0, i), c.ToString(), text.AsSpan(i + 1)));
        }
    }

    [Theory]
    [InlineData("\"\\UFFFFFFFF\"")]
    [InlineData("\"\\uD800\"")]
    [InlineData("[a\n-")]
    [InlineData("%YAML 9.9\n--- a")]
    public void What_the_parser_cannot_read_is_a_diagnostic_or_a_node(string text) => AssertAnswers(text);

    private static void AssertAnswers(string text)
    {
        var diagnostics = new Diagnostics();
        var node = YamlTreeReader.Read(new YamlSource("a.yaml", text), diagnostics);
        Assert.True(node is not null || diagnostics.Count > 0);
    }
}
