using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Documents.Library;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>What the rules about pages said of all pages of a run.</summary>
/// <param name="Judgements">One per page, in order.</param>
/// <param name="Library">What is kept of each for the rules over all pages.</param>
internal sealed record JudgedPages(
    ImmutableArray<Judgement> Judgements, ImmutableArray<(LibraryPage Page, ImmutableArray<Fact> Facts)> Library)
{
    // Enough for what a block counts to cost little, and few enough for all threads to have work.
    private const int PagesOfBlock = 16;

    /// <summary>Judges the pages of a run block by block, several blocks at a time.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="rules">The rules that it was made of.</param>
    /// <param name="files">What the files of the run hold.</param>
    /// <param name="run">What is known of the run.</param>
    /// <param name="runExamples">Runs the worked examples of a page; without it they are not evaluated.</param>
    /// <param name="tally">Where outcomes are counted, which the judgements then leave out; null where they are listed.</param>
    /// <param name="jobs">How many blocks are judged at a time.</param>
    public static JudgedPages Of(
        IRuleEngine engine,
        RuleSet rules,
        ImmutableArray<LoadedFile> files,
        RunKnowledge run,
        Func<InterpretedDocument, InterpretedDocument>? runExamples,
        OutcomeTally? tally,
        int jobs)
    {
        var pages = files.Index().SelectMany(file => file.Item.Pages.Select(page => (Page: page, Number: file.Index))).ToList();
        var texts = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var needs = new LibraryNeeds(rules, run.AsOf);
        var hasLibrary = rules.Rules.Any(rule => rule.Scope == Scope.Library);
        var blocks = EachByItself.Tallied([.. pages.Chunk(PagesOfBlock)], jobs, rules, tally, (block, own) =>
        {
            var judged = new List<(Judgement Judgement, (LibraryPage, ImmutableArray<Fact>) Library)>(block.Length);
            foreach (var page in block)
            {
                var interpreted = rules.Library.Interpreter.Interpret(page.Page, run.AsOf);
                var whole = runExamples is null ? interpreted : runExamples(interpreted);
                var facts = DocumentFacts.Of(whole, page.Number);
                var judgement = engine.Judge(facts, run);
                foreach (var outcome in judgement.Outcomes)
                    own?.Add(outcome);
                judged.Add((
                    own is null ? judgement : judgement with { Outcomes = [] },
                    hasLibrary ? (LibraryPage.Of(whole, texts), needs.Of(facts)) : default));
            }

            return judged;
        });
        return new JudgedPages(
            [.. blocks.SelectMany(block => block).Select(judged => judged.Judgement)],
            hasLibrary ? [.. blocks.SelectMany(block => block).Select(judged => judged.Library)] : []);
    }
}
