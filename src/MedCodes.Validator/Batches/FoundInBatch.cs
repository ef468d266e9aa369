using MedCodes.Validator.Findings;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Batches;

/// <summary>
/// What was found in the claims of a batch. The thread that judged it puts it in order and makes its fingerprints; what is left until the batches
/// before are known is to number those that come up more than once.
/// </summary>
internal sealed class FoundInBatch : IDisposable
{
    private FindingSorter? _sorter = new(order: FindingKey.ByClaim);
    private FindingStore? _printed;

    /// <summary>Takes the findings.</summary>
    /// <exception cref="InvalidOperationException">Their fingerprints are made.</exception>
    public FindingSorter Sorter => _sorter ?? throw new InvalidOperationException("Nothing may be added to findings that have fingerprints.");

    /// <summary>Makes the fingerprints as far as they do not depend on other batches. Nothing may be taken afterwards.</summary>
    public void Print(Fingerprinter prints)
    {
        // What went into a file is not written a second time.
        if (Sorter.IsSpilled)
            return;
        _printed = Sorter.ToStore(prints.WriteFirst);
        _sorter = null;
    }

    /// <summary>The findings in order with their fingerprints, once. Batches are asked for theirs in order.</summary>
    /// <exception cref="Sources.SpillException">There is no room.</exception>
    public FindingList ToList(Fingerprinter prints)
    {
        if (_printed is null)
            return Sorter.ToList(prints.Write);
        _printed.Number(prints.Number);
        return new FindingList(_printed);
    }

    /// <summary>Removes the file of those that were too many for memory.</summary>
    public void Dispose() => _sorter?.Dispose();
}
