using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>The files of a report, each opened for line numbers and excerpts only when a finding asks for them.</summary>
internal sealed class SourceViews
{
    private readonly Dictionary<SourceFile, SourceView> _views = [];

    public SourceView Of(SourceFile file)
    {
        if (!_views.TryGetValue(file, out var view))
            _views.Add(file, view = new SourceView(file));
        return view;
    }
}

/// <summary>One file as reports look at it.</summary>
internal sealed class SourceView(SourceFile file)
{
    private readonly RecentStretches _stretches = new(file);
    private LineIndex? _lines;
    private Interchanges? _interchanges;

    public SourceFile File => file;

    public LineIndex Lines => _lines ??= LineIndex.Of(file);

    /// <summary>Reads bytes of it, fewer where it ends before.</summary>
    public ReadOnlySpan<byte> Read(long offset, int length) => _stretches.Read(offset, length);

    public Interchanges Interchanges => _interchanges ??= Interchanges.Of(file);
}
