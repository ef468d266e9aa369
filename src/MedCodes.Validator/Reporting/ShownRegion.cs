using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Where bytes stand in lines and columns, which are counted when somebody asks. Not for several threads at once.</summary>
internal sealed class ShownRegion
{
    private readonly SourceSpan _span;
    private SourceView? _source;
    private Region _region;

    /// <summary>Bytes whose lines are still to be counted.</summary>
    public ShownRegion(SourceView source, SourceSpan span) => (_source, _span) = (source, span);

    /// <summary>A region that is known.</summary>
    public ShownRegion(Region region) => _region = region;

    /// <exception cref="IOException">The file can no longer be read.</exception>
    public Region Value
    {
        get
        {
            if (_source is { } source)
                (_region, _source) = (source.RegionOf(_span), null);
            return _region;
        }
    }
}
