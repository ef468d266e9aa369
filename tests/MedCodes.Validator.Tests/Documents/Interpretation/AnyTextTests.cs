using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class AnyTextTests
{
    [Fact]
    public void Any_mixture_of_words_and_marks_is_interpreted_with_every_fact_inside_the_file()
    {
        var random = new Random(17);
        string[] words =
        [
            .. NegationWords.Before.Cues, .. HedgeWords.After.Cues, .. ReferenceWords.Comparing.Cues, .. AmountWords.AtLeast.Cues, .. AmountWords.Counted.Keys,
            "surgeon", "nurse", "gives", "anesthesia", "by", "who", "and", "or", "a", "the", "ultrasound", "ct", "scan", "prone", "on", "stomach", "30", "minutes", "64490",
            "to", "hours", "half", "code", "M47.812", "(s)", ",", ";", ":", ".", "-", "–", "(", ")", "/", "\n", "\n\n", "•", "1.", "Duration", "Aftercare:", "é", "\U0001F489",
        ];
        for (var run = 0; run < 400; run++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", random.GetItems(words, random.Next(1, 60)));
            var page = Pages.Read("Title\n\nCPT code 64491\n\nName of the Procedure\n\nSummary\n\n" + text);
            var facts = page.Mentions.Cast<PageFact>().Concat(page.Amounts).Concat(page.CodeMentions).Concat(page.Items).Concat(page.Sentences).Concat(page.Sections);
            Assert.All(facts, fact => Assert.InRange(fact.Span.End, fact.Span.Offset, page.Source.File.Length));
            Assert.All(page.Mentions, mention => Assert.InRange(mention.Sentence, 1, page.Sentences.Length));
        }
    }

    [Fact]
    public void A_sentence_without_end_is_cut_after_a_thousand_words()
    {
        var text = new ParsedText(string.Join(' ', Enumerable.Repeat("surgeon injects", 1500)));
        Assert.Equal(3, text.Sentences.Length);
    }
}
