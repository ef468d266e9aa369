namespace MedCodes.Validator.Reporting;

/// <summary>
/// The findings of one file after the other. They stand in the order of the files but for a few, so that they are looked at once to count them
/// and once to give them; only what is asked for out of its order takes a look of its own.
/// </summary>
internal sealed class FindingsByFile : IDisposable
{
    private readonly IEnumerable<ShownFinding> _findings;
    private readonly Dictionary<string, (int Count, int Runs)> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _isInOrder;
    private readonly IEnumerator<ShownFinding> _next;
    private bool _hasNext;

    /// <param name="findings">The findings, which can be looked at several times.</param>
    /// <param name="isInOrder">Whether a file is one of those whose order the findings have; the others may stand anywhere.</param>
    public FindingsByFile(IEnumerable<ShownFinding> findings, Func<string, bool> isInOrder)
    {
        _findings = findings;
        _isInOrder = isInOrder;
        string? last = null;
        foreach (var finding in findings)
        {
            var file = finding.Place.File;
            var (count, runs) = _files.GetValueOrDefault(file);
            _files[file] = (count + 1, file == last ? runs : runs + 1);
            last = file;
        }

        _next = findings.GetEnumerator();
        _hasNext = _next.MoveNext();
    }

    /// <summary>The files that have findings.</summary>
    public IEnumerable<string> Files => _files.Keys;

    public int CountOf(string file) => _files.GetValueOrDefault(file).Count;

    /// <summary>The findings of a file, which is asked for once.</summary>
    public IEnumerable<ShownFinding> Of(string file)
    {
        _given.Add(file);
        var (count, runs) = _files.GetValueOrDefault(file);
        if (count == 0)
            return [];

        // What stands before and is asked for later, or was given already, is passed over.
        if (_hasNext && runs == 1 && _isInOrder(file))
        {
            while (_next.Current.Place.File != file && (_given.Contains(_next.Current.Place.File) || !_isInOrder(_next.Current.Place.File)) && (_hasNext = _next.MoveNext()))
            {
            }
        }

        return runs == 1 && _hasNext && _next.Current.Place.File == file ? InOrder(file) : _findings.Where(finding => finding.Place.File == file);
    }

    public void Dispose() => _next.Dispose();

    private IEnumerable<ShownFinding> InOrder(string file)
    {
        for (; _hasNext && _next.Current.Place.File == file; _hasNext = _next.MoveNext())
            yield return _next.Current;
    }
}
