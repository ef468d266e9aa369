using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;

namespace MedCodes.Validator.Tests.Rules.Vocabularies;

public sealed class ShippedVocabularyTests
{
    private static readonly Interpreter Interpreter = new(ShippedVocabulary.Vocabulary);

    [Fact]
    public void It_has_no_faults() => Assert.Empty(ShippedVocabulary.Faults);

    [Theory]
    [InlineData("Anesthesia for blocks done by a different physician", "anesthesia-service other-performer")]
    [InlineData("when the injection is performed by another provider; prone position", "other-performer prone-position")]
    [InlineData("in any position other than prone", "not-prone-position")]
    [InlineData("the patient lies face-down", "prone-position")]
    [InlineData("nothing on an empty stomach", "")]
    [InlineData("she is prone to bleeding", "")]
    [InlineData("an add-on code, listed separately in addition to the code for the primary procedure", "add-on billed-beside-primary")]
    [InlineData("second level (list separately)", "second-level add-on")]
    [InlineData("third and any additional level(s)", "third-level")]
    [InlineData("cervical or thoracic", "cervical-thoracic")]
    [InlineData("the neck", "cervical")]
    [InlineData("with image guidance (fluoroscopy or CT)", "image-guidance fluoroscopy ct")]
    [InlineData("an earlier CT scan", "")]
    [InlineData("without contrast material, followed by contrast", "without-then-with-contrast")]
    [InlineData("without contrast", "without-contrast")]
    [InlineData("a patient older than 70", "older-than-70")]
    public void Titles_state_what_tells_codes_apart(string text, string expected)
    {
        var terms = ShippedVocabulary.Vocabulary.Axes.Where(axis => axis.Billing).SelectMany(axis => axis.Terms).Select(term => term.Name).ToList();
        var direct = new TermMatcher(ShippedVocabulary.Vocabulary).In(new ParsedText(text)).Where(match => match.Term is not null && terms.Contains(match.Term.Name));
        Assert.Equal(expected, string.Join(' ', direct.Select(match => match.Term!.Name).Distinct()));
    }

    [Theory]
    [InlineData("Pain specialist: administers the anesthesia", "gives-anesthesia pain-specialist")]
    [InlineData("An anesthesiologist or nurse anesthetist gives sedation", "gives-anesthesia anesthesiologist nurse-anesthetist")]
    [InlineData("Anesthesia is given by a CRNA", "gives-anesthesia nurse-anesthetist")]
    [InlineData("The radiologist administers local anesthesia", "gives-local-anesthesia radiologist")]
    [InlineData("The surgeon injects a local anesthetic", "gives-local-anesthesia surgeon")]
    [InlineData("The pain physician performs the nerve block", "performs-block pain-specialist")]
    [InlineData("The needle is carefully advanced by the radiologist", "performs-block radiologist")]
    public void Acts_know_who_does_them(string text, string expected)
    {
        var parsed = new ParsedText(text);
        var matches = new TermMatcher(ShippedVocabulary.Vocabulary).In(parsed).ToImmutableArray();
        var act = Assert.Single(matches, match => match.Axis.Name == "act" && match.Term is not null);
        Assert.Equal(expected, string.Join(' ', new Roles(parsed, matches).By(act).Select(person => person.Term!.Name).Prepend(act.Term!.Name)));
    }

    [Fact]
    public void Anesthesia_given_covers_its_kinds_but_not_local_anesthesia()
    {
        Assert.True(Interpreter.Mentions("Moderate sedation is started.", "anesthesia-given"));
        Assert.False(Interpreter.Mentions("A local anesthetic numbs the skin.", "anesthesia-given"));
    }
}
