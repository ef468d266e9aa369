using System.Globalization;
using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Which elements of a segment of one name may be shown.</summary>
internal sealed class SafeSegment(string name, IEnumerable<string> elements)
{
    // By position: an element is looked at together with none of the others.
    private readonly Entry[][] _entries = ByPosition([.. elements.Select(Entry.Parse)]);

    public string Name { get; } = name;

    /// <summary>The class of an element.</summary>
    /// <param name="position">The element's position, from 1.</param>
    /// <param name="component">The component's position, from 1; 1 for an element without components.</param>
    /// <param name="elements">All elements of the segment.</param>
    public Privacy PrivacyOf(int position, int component, SegmentElements elements)
    {
        var most = Privacy.Identifying;
        foreach (var entry in position < _entries.Length ? _entries[position] : [])
        {
            if (entry.Component == component && entry.Privacy > most
                && (entry.WherePosition == 0 || elements.Text(entry.WherePosition).SequenceEqual(entry.WhereValue)))
            {
                most = entry.Privacy;
            }
        }

        return most;
    }

    private static Entry[][] ByPosition(Entry[] entries) =>
        [.. Enumerable.Range(0, entries.Select(entry => entry.Position).DefaultIfEmpty().Max() + 1).Select(position => entries.Where(entry => entry.Position == position).ToArray())];

    private sealed record Entry(int Position, int Component, Privacy Privacy, int WherePosition, byte[] WhereValue)
    {
        public static Entry Parse(string text)
        {
            var (head, condition) = Halves(text, '?');
            var account = head.EndsWith('@');
            var (position, component) = Halves(head.TrimEnd('@'), '-');
            var (wherePosition, whereValue) = Halves(condition, '=');
            return new Entry(
                Number(position),
                component.Length == 0 ? 1 : Number(component),
                account ? Privacy.Account : Privacy.Open,
                wherePosition.Length == 0 ? 0 : Number(wherePosition),
                Encoding.ASCII.GetBytes(whereValue));
        }

        private static (string Left, string Right) Halves(string text, char at) =>
            text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + 1)..]) : (text, "");

        private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
