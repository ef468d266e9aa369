using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Decides who does what: the persons right after "by", else the nearest before the act in its sentence, which an act in the passive has by a label alone.</summary>
internal sealed class Roles
{
    // "By the attending pain specialist": an article and two words more.
    private const int WordsAfterBy = 2;

    // Most texts have no act, and nothing is made for them.
    private static readonly HashSet<int> NoStarts = [];

    private readonly ParsedText _text;
    private readonly ImmutableArray<TermMatch> _persons;
    private readonly ImmutableArray<TermMatch> _acts;
    private readonly HashSet<int> _actStarts = NoStarts;
    private readonly Dictionary<TermMatch, ImmutableArray<TermMatch>>? _by;
    private readonly Dictionary<TermMatch, List<TermMatch>>? _does;

    /// <param name="text">The text.</param>
    /// <param name="matches">The matches in it, by their first word.</param>
    public Roles(ParsedText text, ImmutableArray<TermMatch> matches)
    {
        _text = text;
        _acts = [.. matches.Where(match => match.Axis.Name == Axis.Act && match.Term is not null)];
        _persons = [];
        if (_acts.IsEmpty)
            return;

        // "The surgeon's hands": who is named in the possessive does nothing.
        _persons =
        [
            .. matches.Where(match => match.Axis.Name == Axis.Person && match.Term is not null && !text.Tokens[match.Range.End - 1].Possessive),
        ];
        (_by, _does) = ([], []);
        _actStarts = [.. _acts.Select(act => act.Range.First)];
        var after = _acts.Select((_, index) => AfterBy(index)).ToImmutableArray();
        // Persons after the "by" of an act do that act and no later one: "is placed by the surgeon and sedation is given".
        var busy = after.SelectMany(person => person is { } index ? Joined(index, 1) : []).ToHashSet();
        for (var i = 0; i < _acts.Length; i++)
        {
            ImmutableArray<TermMatch> by = after[i] is { } person ? Joined(person, 1) : NearestBefore(_acts[i], busy) is { } before ? Joined(before, -1) : [];
            _by[_acts[i]] = by;
            foreach (var doer in by)
            {
                if (!_does.TryAdd(doer, [_acts[i]]))
                    _does[doer].Add(_acts[i]);
            }
        }
    }

    /// <summary>The persons who do an act, in the order of the text; none for what is no act.</summary>
    public ImmutableArray<TermMatch> By(TermMatch act) => _by?.GetValueOrDefault(act, []) ?? [];

    /// <summary>The acts that a person does; none for what is no person.</summary>
    public IEnumerable<TermMatch> Does(TermMatch person) => _does?.GetValueOrDefault(person, []) ?? [];

    private int? AfterBy(int act)
    {
        var range = _acts[act].Range;
        var sentence = _text.SentenceAround(range.First);
        // The act's own words may end with "by".
        for (var i = range.End - 1; i < sentence.End && (i < range.End || !_actStarts.Contains(i)); i++)
        {
            if (_text.Word(i) == "by" && PersonAfter(i, sentence) is { } person)
                return person;
        }

        return null;
    }

    private int? PersonAfter(int by, TokenRange sentence)
    {
        var first = by + 1;
        while (first < sentence.End && ClauseWords.Articles.Contains(_text.Word(first)))
            first++;
        var index = FirstPersonFrom(first);
        return index < _persons.Length && _persons[index].Range.First <= first + WordsAfterBy && _persons[index].Range.End <= sentence.End ? index : null;
    }

    private int? NearestBefore(TermMatch act, HashSet<TermMatch> busy)
    {
        var sentence = _text.SentenceAround(act.Range.First);
        // "The surgeon waits and sedation is given": what comes before is no subject of it, unless it is a label.
        var passive = Enumerable.Range(act.Range.First, act.Range.Length).Any(word => ClauseWords.Passive.Contains(_text.Word(word)));
        for (var index = FirstPersonFrom(act.Range.First) - 1; index >= 0 && _persons[index].Range.First >= sentence.First; index--)
        {
            var person = _persons[index];
            if (person.Range.End <= act.Range.First && (!busy.Contains(person) || _text.Word(person.Range.End) is "who" or "which")
                && !(passive && _text.Tokens[person.Range.End].Before != Gap.Clause) && !Introduces(index, act.Range.First))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Whether a person stands in the words that lead up to the act: in "when the surgeon is ready, sedation begins" it does nothing.</summary>
    private bool Introduces(int index, int act) =>
        ClauseWords.Leading.Contains(_text.Word(_text.ClauseAround(_persons[index].Range.First).First))
        && HasComma(_persons[index].Range.End, act)
        && IsBeforeComma(index);

    /// <summary>Whether no comma stands before a person in its clause but those of a list of persons.</summary>
    private bool IsBeforeComma(int index)
    {
        var person = _persons[index].Range;
        var clause = _text.ClauseAround(person.First);
        if (!HasComma(clause.First + 1, person.First))
            return true;
        return index > 0 && _persons[index - 1].Range.First >= clause.First && AreJoined(_persons[index - 1], _persons[index]) && IsBeforeComma(index - 1);
    }

    private bool HasComma(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_text.Tokens[i].Before == Gap.Comma)
                return true;
        }

        return false;
    }

    /// <summary>The index of the first person that begins at a word or behind it.</summary>
    private int FirstPersonFrom(int token)
    {
        var (low, high) = (0, _persons.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_persons[middle].Range.First < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>A person and those that commas, "and" and "or" join to it, in one direction.</summary>
    private ImmutableArray<TermMatch> Joined(int index, int step)
    {
        var all = new List<TermMatch> { _persons[index] };
        for (var next = index + step; next >= 0 && next < _persons.Length; next += step)
        {
            if (!AreJoined(_persons[Math.Min(next, next - step)], _persons[Math.Max(next, next - step)]))
                break;
            all.Add(_persons[next]);
        }

        return [.. all.OrderBy(person => person.Range.First)];
    }

    private bool AreJoined(TermMatch left, TermMatch right)
    {
        var joined = false;
        var others = 0;
        for (var i = left.Range.End; i <= right.Range.First; i++)
        {
            var word = _text.Word(i);
            if (_text.Tokens[i].Before >= Gap.Clause || (_actStarts.Contains(i) && i < right.Range.First))
                return false;
            joined |= _text.Tokens[i].Before is Gap.Comma or Gap.Slash || (word is "and" or "or" && i < right.Range.First);
            // Words such as "attending" stand behind what joins; before it they are a verb: "the surgeon waits, the nurse gives sedation".
            if (i < right.Range.First && word is not ("and" or "or") && !ClauseWords.Articles.Contains(word) && (!joined || ++others > WordsAfterBy))
                return false;
        }

        return joined;
    }
}
