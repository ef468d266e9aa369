using System.Text;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

/// <summary>Interprets pages and single sentences with <see cref="SomeVocabulary"/>.</summary>
internal static class Pages
{
    public static DateOnly AsOf { get; } = new(2024, 7, 1);

    public static Interpreter Interpreter { get; } = new(SomeVocabulary.Procedure);

    private static readonly PageReader Reader = new(SomeVocabulary.Procedure.Schemas);

    /// <summary>A whole page.</summary>
    public static InterpretedDocument Read(string page) =>
        Interpreter.Interpret(Reader.Read(SourceFile.FromBytes("page.txt", Encoding.UTF8.GetBytes(page))).Document!, AsOf);

    /// <summary>A page that has nothing to say but a text in one of its sections; its code is 64491.</summary>
    public static InterpretedDocument Say(string text, string heading = "Summary") => Read(
        $"""
        Heading of the page

        CPT code: 64491

        Name of the Procedure

        Duration

        Personnel

        {heading}

        {text}

        Procedure Description

        """);

    /// <summary>The mentions of a sentence, each as its term with what is special about it.</summary>
    public static string Mentions(string text, string heading = "Summary") => string.Join(", ", Say(text, heading).Mentions.Select(mention =>
        (mention.Negated ? "not " : "") + (mention.Hedged ? "perhaps " : "") + mention.Term));
}
