using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>What the findings of a list have in common, so that their bytes need only a number for it: rules, files, and words that come from rules.</summary>
/// <remarks>It is filled by one writer; afterwards several threads may read it.</remarks>
internal sealed class FindingPalette
{
    // Words of rules are fewer; what else gets in, such as the codes in messages, may not take much room.
    private const int MostTexts = 1 << 14;
    private const int LongestText = 256;

    private readonly Dictionary<SourceFile, int> _fileNumbers = [];
    private readonly Dictionary<string, int> _textNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<RuleDescription, int> _ruleNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Rule, int File, Severity Severity), int> _kindNumbers = [];
    private readonly List<SourceFile> _files = [];
    private readonly List<string> _texts = [];
    private readonly List<FindingKind> _kinds = [];

    /// <summary>The rules with the files and severities that they are found in and at.</summary>
    public IReadOnlyList<FindingKind> Kinds => _kinds;

    public SourceFile File(int number) => _files[number];

    public string Text(int number) => _texts[number];

    public int NumberOf(SourceFile file)
    {
        if (_fileNumbers.TryGetValue(file, out var number))
            return number;
        _files.Add(file);
        return _fileNumbers[file] = _files.Count - 1;
    }

    /// <summary>The number of a text; below 0 where it must be written out.</summary>
    public int NumberOf(string text)
    {
        if (_textNumbers.TryGetValue(text, out var number))
            return number;
        if (_texts.Count == MostTexts || text.Length > LongestText)
            return -1;
        _texts.Add(text);
        return _textNumbers[text] = _texts.Count - 1;
    }

    public int NumberOf(Finding finding)
    {
        if (!_ruleNumbers.TryGetValue(finding.Rule, out var rule))
            rule = _ruleNumbers[finding.Rule] = _ruleNumbers.Count;
        var key = (rule, NumberOf(finding.Place.File), finding.Severity);
        if (_kindNumbers.TryGetValue(key, out var number))
            return number;
        _kinds.Add(new FindingKind(finding.Rule, finding.Place.File, finding.Severity));
        return _kindNumbers[key] = _kinds.Count - 1;
    }
}

/// <summary>What is counted of findings: the rule, the file and the severity.</summary>
internal sealed record FindingKind(RuleDescription Rule, SourceFile File, Severity Severity);

/// <summary>How many findings there are of a kind.</summary>
internal sealed record CountedFindings(FindingKind Kind, int Count);
