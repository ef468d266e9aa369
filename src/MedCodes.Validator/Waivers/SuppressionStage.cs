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
        private readonly List<SetAside> _aside = [];
        private readonly HashSet<string> _known = new(options.KnownRules.Concat(MetaRules.All.SelectMany(rule => new[] { rule.Id, rule.Name })), StringComparer.OrdinalIgnoreCase);

        public Report Apply(IEnumerable<SourceFile> pages)
        {
            var byFile = report.Findings.ToLookup(finding => finding.Place.File.Path, StringComparer.Ordinal);
            var left = report.Findings.ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var page in pages)
                Suppress(page, [.. byFile[page.Path]], left);
            foreach (var waiver in options.Waivers)
                Waive(waiver, left);
            var order = report.Files.Select(file => file.Path).Index().ToLookup(file => file.Item, file => file.Index, StringComparer.Ordinal);
            var findings = Fingerprints.Assign(_meta, _ => true, options.PathOf)
                .Concat(report.Findings.Where(left.Contains))
                .OrderBy(finding => order[finding.Place.File.Path].DefaultIfEmpty(-1).First())
                .ThenBy(finding => finding.Place.Span.Offset)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal);
            return report with { Findings = [.. findings], SetAside = [.. report.SetAside, .. _aside] };
        }

        private void Suppress(SourceFile page, IReadOnlyList<Finding> findings, HashSet<object?> left)
        {
            var directives = DirectiveReader.Read(page);
            if (directives.IsEmpty)
                return;
            var lines = LineIndex.Of(page);
            foreach (var directive in directives.Where(directive => directive.Kind != DirectiveKind.End))
                Suppress(page, directive, findings, lines, left);
        }

        private void Suppress(SourceFile page, Directive directive, IReadOnlyList<Finding> findings, LineIndex lines, HashSet<object?> left)
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
                var hit = findings.Where(finding => Names(finding.Rule, rule) && directive.Covers(lines.At(finding.Place.Span.Offset).Line)).ToList();
                foreach (var finding in hit.Where(left.Remove))
                    _aside.Add(new SetAside(finding, SetAsideReason.Suppressed, directive.Reason));
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

        private void Waive(Waiver waiver, HashSet<object?> left)
        {
            var place = new Place { File = waiver.File, Span = waiver.Span };
            if (waiver.Until < options.AsOf)
            {
                Add(MetaRules.Expired, place, $"The waiver of {waiver.Rule} ended on {Text(waiver.Until!.Value)}");
                return;
            }

            var hit = report.Findings.Where(waiver.Matches).ToList();
            foreach (var finding in hit.Where(left.Remove))
                _aside.Add(new SetAside(finding, SetAsideReason.Waived, waiver.Reason));
            if (hit.Count == 0 && options.IsComplete)
                Add(MetaRules.Unused, place, $"The waiver of {waiver.Rule} accepts nothing that was found");
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
}
