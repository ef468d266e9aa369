using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Decides who does what: the persons right after "by", else the nearest before the act in its sentence.</summary>
internal sealed class Roles
{
    // "By the attending pain specialist": an article and two words more.
    private const int WordsAfterBy = 2;

    private readonly ParsedText _text;
    private readonly List<TermMatch> _persons;
    private readonly List<TermMatch> _acts;

    /// <param name="text">The text.</param>
    /// <param name="matches">The matches in it.</param>
    public Roles(ParsedText text, IEnumerable<TermMatch> matches)
    {
        var all = matches.Where(match => match.Term is not null).ToList();
        _text = text;
        _persons = all.FindAll(match => match.Axis.Name == Axis.Person && !text.Tokens[match.Range.End - 1].Possessive);
        _acts = all.FindAll(match => match.Axis.Name == Axis.Act);
    }

    /// <summary>The persons who do an act; none for what is no act.</summary>
    public IReadOnlyList<TermMatch> By(TermMatch act)
    {
        if (act.Axis.Name != Axis.Act || act.Term is null)
            return [];
        var sentence = _text.SentenceAround(act.Range.First);
        return AfterBy(act, sentence) is { } after ? Joined(after, 1) : NearestBefore(act, sentence) is { } before ? Joined(before, -1) : [];
    }

    /// <summary>The acts that a person does; none for what is no person.</summary>
    public IEnumerable<TermMatch> Does(TermMatch person) =>
        person.Axis.Name == Axis.Person ? _acts.Where(act => By(act).Contains(person)) : [];

    private int? AfterBy(TermMatch act, TokenRange sentence)
    {
        var next = _acts.Where(other => other.Range.First >= act.Range.End).Select(other => other.Range.First).DefaultIfEmpty(int.MaxValue).Min();
        // The act's own words may end with "by".
        for (var i = act.Range.End - 1; i < Math.Min(sentence.End, next); i++)
        {
            if (_text.Word(i) == "by" && PersonAfterBy(i, sentence) is { } person)
                return person;
        }

        return null;
    }

    private int? PersonAfterBy(int by, TokenRange sentence)
    {
        var first = by + 1;
        while (first < sentence.End && ClauseWords.Articles.Contains(_text.Word(first)))
            first++;
        var index = _persons.FindIndex(person => person.Range.First >= first && person.Range.First <= first + WordsAfterBy && person.Range.End <= sentence.End);
        return index < 0 ? null : index;
    }

    private int? NearestBefore(TermMatch act, TokenRange sentence)
    {
        var index = _persons.FindLastIndex(person => sentence.Contains(person.Range) && person.Range.End <= act.Range.First && !DoesAnotherAct(person, act));
        return index < 0 ? null : index;
    }

    /// <summary>Whether a person stands after the "by" of an act before this one: "is placed by the surgeon and sedation is given".</summary>
    private bool DoesAnotherAct(TermMatch person, TermMatch act)
    {
        if (_text.Word(person.Range.End) is "who" or "which")
            return false;
        return _acts.Exists(other => other.Range.End <= person.Range.First && other.Range != act.Range
            && AfterBy(other, _text.SentenceAround(other.Range.First)) is { } index && Joined(index, 1).Contains(person));
    }

    /// <summary>A person and those that commas, "and" and "or" join to it, in one direction.</summary>
    private List<TermMatch> Joined(int index, int step)
    {
        var all = new List<TermMatch> { _persons[index] };
        for (var next = index + step; next >= 0 && next < _persons.Count; next += step)
        {
            if (!AreJoined(_persons[Math.Min(next, next - step)], _persons[Math.Max(next, next - step)]))
                break;
            all.Add(_persons[next]);
        }

        all.Sort((left, right) => left.Range.First.CompareTo(right.Range.First));
        return all;
    }

    private bool AreJoined(TermMatch left, TermMatch right)
    {
        var comma = _text.Tokens[right.Range.First].Before is Gap.Comma or Gap.Slash;
        var others = 0;
        var joined = comma;
        for (var i = left.Range.End; i < right.Range.First; i++)
        {
            if (_text.Word(i) is "and" or "or" || _text.Tokens[i].Before is Gap.Comma or Gap.Slash)
                joined = true;
            if (_text.Word(i) is not ("and" or "or") && !ClauseWords.Articles.Contains(_text.Word(i)))
                others++;
            if (_text.Tokens[i].Before >= Gap.Clause)
                return false;
        }

        return joined && others <= WordsAfterBy && _text.Tokens[right.Range.First].Before < Gap.Clause
            && !_acts.Exists(act => act.Range.First >= left.Range.End && act.Range.End <= right.Range.First);
    }
}
