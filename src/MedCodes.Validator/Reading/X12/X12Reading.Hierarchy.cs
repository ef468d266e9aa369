using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Which level is whose parent.</summary>
internal sealed partial class X12Reading
{
    // Half of them are forgotten at once, because to forget each by itself moves all the others every time.
    private const int RememberedLevels = 128;
    private readonly List<(ulong Id, int Row)> _billingLevels = [];
    private readonly List<SubscriberLevel> _subscriberLevels = [];

    /// <summary>A subscriber's level.</summary>
    /// <param name="Id">Its id; 0 where its own segment is missing.</param>
    /// <param name="Rows">Its rows, with those that it stands under.</param>
    /// <param name="PassedOver">Where it stands in the file, if it was passed over and has no rows.</param>
    private readonly record struct SubscriberLevel(ulong Id, OpenRows Rows, SourceSpan? PassedOver = null);

    // A level names its parent. Levels follow their parents nearly always; where one does not, the parent is looked for.
    private void FindBilling(in X12Segment segment)
    {
        var parent = IdOf(segment[2]);
        for (var i = _billingLevels.Count - 1; i >= 0; i--)
        {
            if (_billingLevels[i].Id != parent)
                continue;
            _open = _open with { Billing = _billingLevels[i].Row, Subscriber = -1, Patient = -1 };
            return;
        }

        // A billing provider whose own HL is missing was reported; its id is learnt from the first level below it.
        if (_billingLevels.Count > 0 && _billingLevels[^1].Id == 0)
            _billingLevels[^1] = _billingLevels[^1] with { Id = parent };
        else
            Report(FaultKind.BrokenHierarchy, segment, 2, "the id of a billing provider's level (HL*20)");
    }

    private void FindSubscriber(in X12Segment segment)
    {
        var parent = IdOf(segment[2]);
        for (var i = _subscriberLevels.Count - 1; i >= 0; i--)
        {
            if (_subscriberLevels[i].Id != parent)
                continue;
            if (_subscriberLevels[i].PassedOver is { } span)
            {
                TakePassedOver(span, _subscriberLevels[i].Rows);
                return;
            }

            if (_subscriberLevels[i].Rows.Subscriber != _open.Subscriber)
                CommitCoverage();
            _open = _subscriberLevels[i].Rows;
            return;
        }

        if (_subscriberLevels.Count > 0 && _subscriberLevels[^1].Id == 0)
            _subscriberLevels[^1] = _subscriberLevels[^1] with { Id = parent };
        else if (_open.Subscriber >= 0)
            Report(FaultKind.BrokenHierarchy, segment, 2, "the id of a subscriber's level (HL*22)");
    }

    /// <summary>
    /// Forgets the levels whose rows went with the batch before, except those that are open. A level that names a parent from
    /// so far back is a fault: no sound file has one, because levels follow their parents.
    /// </summary>
    private void KeepOpenLevels(OpenRows before)
    {
        _taxonomy = 0;
        for (var i = _billingLevels.Count - 1; i >= 0; i--)
        {
            if (_billingLevels[i].Row == before.Billing)
                _billingLevels[i] = _billingLevels[i] with { Row = _open.Billing };
            else
                _billingLevels.RemoveAt(i);
        }

        for (var i = _subscriberLevels.Count - 1; i >= 0; i--)
        {
            if (_subscriberLevels[i].PassedOver is null && _subscriberLevels[i].Rows.Subscriber == before.Subscriber)
                _subscriberLevels[i] = _subscriberLevels[i] with { Rows = _open with { Patient = _open.Subscriber } };
            else
                _subscriberLevels.RemoveAt(i);
        }
    }

    private static void Remember<T>(List<T> levels, T level)
    {
        if (levels.Count == RememberedLevels)
            levels.RemoveRange(0, RememberedLevels / 2);
        levels.Add(level);
    }

    /// <summary>The id of a level as a number; no two ids that differ are likely to have the same.</summary>
    public static ulong IdOf(ReadOnlySpan<byte> id)
    {
        if (PackedText.TryPack(id, out var packed))
            return packed;
        var hash = new HashCode();
        hash.AddBytes(id);
        return (uint)hash.ToHashCode() | 1UL << 63;
    }
}
