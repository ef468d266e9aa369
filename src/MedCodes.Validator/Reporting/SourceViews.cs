using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>
/// The files of a report, each looked at for line numbers and excerpts only when a finding asks for them. What is known of those that were
/// asked for last is kept. Several threads may ask at once.
/// </summary>
internal sealed class SourceViews
{
    // Findings come file by file; their proofs may lead to some others.
    private const int Kept = 64;

    private readonly Dictionary<SourceFile, SourceView> _views = [];
    private readonly Lock _asking = new();
    private long _asked;

    public SourceView Of(SourceFile file)
    {
        lock (_asking)
        {
            if (!_views.TryGetValue(file, out var view))
            {
                if (_views.Count == Kept)
                    _views.Remove(_views.Values.MinBy(known => known.LastAsked)!.File);
                _views.Add(file, view = new SourceView(file));
            }

            view.LastAsked = ++_asked;
            return view;
        }
    }
}

/// <summary>One file as reports look at it.</summary>
internal sealed class SourceView
{
    private readonly RecentStretches _stretches;

    public SourceView(SourceFile file)
    {
        File = file;
        _stretches = new RecentStretches(file);
        Lines = LineIndex.Of(file, _stretches);
        Interchanges = new Interchanges(file.OpenRead);
    }

    public SourceFile File { get; }

    /// <summary>When it was asked for last, counted by questions.</summary>
    public long LastAsked { get; set; }

    private LineIndex Lines { get; }

    public Interchanges Interchanges { get; }

    /// <summary>The lines and columns of bytes.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public Region RegionOf(SourceSpan span)
    {
        var (start, end) = Lines.Of(span);
        return new Region(span.Offset, span.Length, start.Line, start.Column, end.Line, end.Column);
    }

    /// <summary>Reads bytes of it, fewer where it ends before.</summary>
    public ReadOnlySpan<byte> Read(long offset, int length) => _stretches.Read(offset, length);
}
