using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Waivers;

/// <summary>Sets aside the findings that comments in pages suppress and that waivers accept, and finds what is wrong with those.</summary>
public static class SuppressionStage
{
    /// <summary>The report without the findings that are suppressed or waived, and with what is wrong with suppressions and waivers.</summary>
    /// <param name="report">The report of a check.</param>
    /// <param name="pages">The pages that were checked.</param>
    /// <param name="options">What may set findings aside.</param>
    /// <exception cref="IOException">A page can no longer be read.</exception>
    public static Report Apply(Report report, IEnumerable<SourceFile> pages, WaiverOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(options);
        return new Run(report, options).Apply(options.InlineSuppressions ? pages : []);
    }

    private sealed class Run(Report report, WaiverOptions options)
    {
        private readonly List<Finding> _meta = [];
        private readonly PositionSet _taken = new(report.Findings.Count);
        private readonly HashSet<string> _known = new(options.KnownRules.Concat(MetaRules.All.SelectMany(rule => new[] { rule.Id, rule.Name })), StringComparer.OrdinalIgnoreCase);
        private SetAsideList _aside = report.SetAside;

        public Report Apply(IEnumerable<SourceFile> pages)
        {
            var commented = pages.Select(page => (Page: page, Directives: DirectiveReader.Read(page))).Where(page => !page.Directives.IsEmpty).ToList();
            var byFile = FindingsOn(commented.Select(page => page.Page.Path).ToHashSet(StringComparer.Ordinal));
            foreach (var (page, directives) in commented)
                Suppress(page, directives, [.. byFile[page.Path]]);
            Waive();
            return report with { Findings = Merged(report.Findings.Only(position => !_taken.Contains(position))), SetAside = _aside };
        }

        // Only what stands on a page with comments is held; that is what people wrote.
        private ILookup<string, (int Position, Finding Finding)> FindingsOn(HashSet<string> paths) => report.Findings.Kinds.Any(kind => paths.Contains(kind.Kind.File.Path))
            ? report.Findings.Index().Where(finding => paths.Contains(finding.Item.Place.File.Path)).ToLookup(finding => finding.Item.Place.File.Path, StringComparer.Ordinal)
            : Enumerable.Empty<(int Position, Finding Finding)>().ToLookup(_ => "");

        /// <summary>The findings that are left with what is wrong with suppressions and waivers in between.</summary>
        private FindingList Merged(FindingList left)
        {
            if (_meta.Count == 0)
                return left;
            var order = report.Files.Select(file => file.Path).Index().DistinctBy(file => file.Item, StringComparer.Ordinal).ToDictionary(file => file.Item, file => file.Index, StringComparer.Ordinal);
            FindingKey KeyOf(Finding finding) => FindingKey.Of(order.GetValueOrDefault(finding.Place.File.Path, -1), finding, 0) with { Claim = 0 };
            var added = new Queue<Finding>(Fingerprints.Assign(_meta, _ => true, options.PathOf).OrderBy(KeyOf));
            IEnumerable<Finding> All()
            {
                foreach (var finding in left)
                {
                    while (added.TryPeek(out var first) && KeyOf(first).CompareTo(KeyOf(finding)) <= 0)
                        yield return added.Dequeue();
                    yield return finding;
                }

                while (added.TryDequeue(out var last))
                    yield return last;
            }

            return FindingList.Of(All());
        }

        private void Suppress(SourceFile page, ImmutableArray<Directive> directives, IReadOnlyList<(int Position, Finding Finding)> findings)
        {
            var lines = LineIndex.Of(page);
            foreach (var directive in directives.Where(directive => directive.Kind != DirectiveKind.End))
                Suppress(page, directive, findings, lines);
        }

        private void Suppress(SourceFile page, Directive directive, IReadOnlyList<(int Position, Finding Finding)> findings, LineIndex lines)
        {
            var place = new Place { File = page, Span = directive.Span };
            if (directive.Kind == DirectiveKind.Unknown)
            {
                var meant = DirectiveReader.NearestWord(directive.Word);
                Add(MetaRules.UnknownWord, place, $"medcodes-{directive.Word} is no comment that suppresses{(meant is null ? "" : $"; did you mean medcodes-{meant}?")}");
                return;
            }

            var known = directive.Rules.Where(Known).ToList();
            foreach (var unknown in directive.Rules.Where(rule => !Known(rule)))
            {
                var nearest = NearestRule(unknown);
                Add(MetaRules.UnknownRule, place, $"There is no rule {unknown}{(nearest is null ? "" : $"; did you mean {nearest}?")}");
            }

            if (directive.Rules.IsEmpty)
                Add(MetaRules.UnknownRule, place, "The suppression names no rule, so it suppresses nothing");
            if (directive.Reason is null)
                Add(MetaRules.WithoutReason, place, "The suppression does not say why");
            if (directive is { Kind: DirectiveKind.Start, End: null })
                Add(MetaRules.Unclosed, place, "Nothing enables the rules of this suppression again");
            if (directive.Until < options.AsOf)
            {
                Add(MetaRules.Expired, place, directive.Until == DateOnly.MinValue
                    ? "The last day of the suppression is none that can be read"
                    : $"The suppression ended on {Text(directive.Until!.Value)}");
                return;
            }

            var unused = new List<string>();
            foreach (var rule in known)
            {
                var hit = findings.Where(one => Names(one.Finding.Rule, rule) && directive.Covers(lines.At(one.Finding.Place.Span.Offset).Line)).ToList();
                var suppressed = new Positions.Builder(report.Findings.Count);
                foreach (var one in hit.Where(one => _taken.Add(one.Position)))
                    suppressed.Add(one.Position);
                _aside = _aside.With(report.Findings.At(suppressed.ToPositions()), SetAsideReason.Suppressed, directive.Reason);
                if (hit.Count == 0)
                    unused.Add(rule);
            }

            if (unused.Count > 0 && options.IsComplete)
            {
                Add(MetaRules.Unused, place, $"{string.Join(", ", unused)} finds nothing here", Mended(page, directive, unused));
            }
        }

        /// <summary>Takes out the comment, or of a comment that is used in part the rules that find nothing.</summary>
        private static ImmutableArray<TextEdit> Mended(SourceFile page, Directive directive, List<string> unused)
        {
            if (unused.Count < directive.Rules.Length)
                return [DirectiveReader.Without(page, directive, unused)];

            // Of a range the comment that ends it would be left behind.
            return directive.Kind == DirectiveKind.Start ? [] : [new TextEdit(directive.Removal, "")];
        }

        private void Waive()
        {
            var holding = new List<Accepted>();
            foreach (var waiver in options.Waivers)
            {
                if (waiver.Until < options.AsOf)
                    Add(MetaRules.Expired, new Place { File = waiver.File, Span = waiver.Span }, $"The waiver of {waiver.Rule} ended on {Text(waiver.Until!.Value)}");
                else
                    holding.Add(new Accepted(waiver, new Positions.Builder(report.Findings.Count)));
            }

            // The first of several waivers takes a finding; none of them is unused.
            foreach (var (position, finding) in holding.Count == 0 ? [] : report.Findings.Index())
            {
                foreach (var accepted in holding.Where(accepted => accepted.Waiver.Matches(finding)))
                {
                    accepted.IsUsed = true;
                    if (_taken.Add(position))
                        accepted.Positions.Add(position);
                }
            }

            foreach (var accepted in holding)
            {
                var waiver = accepted.Waiver;
                if (!accepted.IsUsed && options.IsComplete)
                    Add(MetaRules.Unused, new Place { File = waiver.File, Span = waiver.Span }, $"The waiver of {waiver.Rule} accepts nothing that was found");
                _aside = _aside.With(report.Findings.At(accepted.Positions.ToPositions()), SetAsideReason.Waived, waiver.Reason);
            }
        }

        private void Add(RuleDescription rule, Place place, string message, ImmutableArray<TextEdit> edits = default) => _meta.Add(new Finding
        {
            Rule = rule,
            Severity = rule.Severity,
            Message = new Message([new MessagePart(message + (message[^1] is '?' ? "" : "."), Privacy.Open)]),
            Place = place,
            Witnesses = [],
            Fingerprint = "",
            Edits = edits.IsDefault ? [] : edits,
        });

        /// <summary>What was probably meant by a word that is no rule: a rule, or the last day.</summary>
        private string? NearestRule(string unknown)
        {
            var divider = unknown.IndexOf('=', StringComparison.Ordinal);
            if (divider >= 0)
                return Spelling.Nearest(unknown[..divider].ToLowerInvariant(), ["until"]) is { } word ? word + unknown[divider..] : null;
            return Spelling.Nearest(unknown.ToUpperInvariant(), options.KnownRules) ?? Spelling.Nearest(unknown, options.KnownRules);
        }

        private bool Known(string rule) => _known.Contains(rule);

        private static bool Names(RuleDescription rule, string written) => rule.Id.Equals(written, StringComparison.OrdinalIgnoreCase) || rule.Name == written;

        private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
    private sealed record Accepted(Waiver Waiver, Positions.Builder Positions)
    {
        public bool IsUsed { get; set; }
    }
}
