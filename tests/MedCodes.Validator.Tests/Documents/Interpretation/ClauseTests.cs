using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class ClauseTests
{
    public static TheoryData<string> Always => [.. ClauseWords.Always.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Always))]
    public void Every_word_that_begins_a_clause_does(string word) => Assert.Equal($"a b|{word} c", Clauses($"a b {word} c"));

    [Theory]
    [InlineData("a; b", "a|b")]
    [InlineData("a: b", "a|b")]
    [InlineData("a – b", "a|b")]
    [InlineData("a—b", "a|b")]
    [InlineData("a -- b", "a|b")]
    [InlineData("a (b) c", "a|b|c")]
    [InlineData("a [b] c", "a|b|c")]
    [InlineData("patient(s) b", "patient b")]
    [InlineData("at 10:30 b", "at 10 30 b")]
    [InlineData("15 – 30 b", "15 30 b")]
    [InlineData("pre- and post b", "pre and post b")]
    [InlineData("a, who b", "a|who b")]
    [InlineData("a, which b", "a|which b")]
    [InlineData("a who b", "a who b")]
    [InlineData("a, and the b", "a|and the b")]
    [InlineData("a, or she b", "a|or she b")]
    [InlineData("a, so it b", "a|so it b")]
    [InlineData("a, and b", "a and b")]
    [InlineData("a and the b", "a and the b")]
    [InlineData("a, b", "a b")]
    public void Clauses_end_at_marks_and_joining_words(string text, string expected) => Assert.Equal(expected, Clauses(text));

    [Theory]
    [InlineData("One is done. Two follow.", "One is done.|Two follow.")]
    [InlineData("One is done? Two! (Three.) Four", "One is done?|Two!|(Three.)|Four")]
    [InlineData("It takes 0.5 hours. It ends.", "It takes 0.5 hours.|It ends.")]
    [InlineData("Dr. Test, e.g. a surgeon, works approx. one hour.", "Dr. Test, e.g. a surgeon, works approx. one hour.")]
    [InlineData("Codes, etc. are listed. Wait 30 min. Then go.", "Codes, etc. are listed.|Wait 30 min.|Then go.")]
    [InlineData("See no. 5 first. There is no. Never.", "See no. 5 first.|There is no.|Never.")]
    [InlineData("One line\nanother line", "One line|another line")]
    public void Sentences_end_at_full_stops_that_are_not_of_an_abbreviation(string text, string expected)
    {
        var parsed = new ParsedText(text);
        Assert.Equal(expected, string.Join('|', Enumerable.Range(0, parsed.Sentences.Length).Select(index =>
        {
            var (start, length) = parsed.SentenceCharacters(index);
            return text.Substring(start, length);
        })));
    }

    [Theory]
    [InlineData("10,000 units of 64490,64491", "10,000 units of 64490 64491")]
    [InlineData("the patients' and the nurse’s arms", "the patients and the nurse arms")]
    [InlineData("M47.812 & C4-5", "m47.812 and c4 5")]
    [InlineData("", "")]
    public void Words_keep_numbers_together(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', new ParsedText(text).Tokens.Select(token => token.Word)));

    private static string Clauses(string text)
    {
        var parsed = new ParsedText(text);
        return string.Join('|', parsed.Clauses.Select(clause => string.Join(' ', Enumerable.Range(clause.First, clause.Length).Select(parsed.Word))));
    }
}
