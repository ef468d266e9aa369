namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Turns the structure of a page and a vocabulary into facts. Immutable and safe to use from several threads.</summary>
internal sealed class Interpreter
{
    private readonly Vocabulary _vocabulary;

    /// <param name="vocabulary">The words to read with.</param>
    public Interpreter(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _vocabulary = vocabulary;
    }

    /// <summary>The facts of a page.</summary>
    /// <param name="document">What a reader found.</param>
    /// <param name="asOf">The date that stands for today.</param>
    public InterpretedDocument Interpret(ProcedureDocument document, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(document);
        var schema = _vocabulary.Schemas.FirstOrDefault();
        return new InterpretedDocument
        {
            Source = document,
            Document = new DocumentFact
            {
                Span = default,
                Path = document.File.Path,
                Schema = schema?.Name ?? PageSchema.None,
                AsOf = asOf,
                FinalNewline = document.FinalNewline,
            },
        };
    }
}
