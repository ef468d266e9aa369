using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// Reading for some claims only. The others get no rows, and of their segments no more is looked at than what decides where they end and
/// whom the next claim belongs to.
/// </summary>
internal sealed partial class X12Reading
{
    private readonly Func<int, bool>? _wanted;
    private bool _isPassedOver;

    private bool IsInPassedOver => _isPassedOver && _level >= Level.Claim;

    /// <summary>Goes over a segment of a claim that is not wanted; false where it may end the claim and is taken as in any other.</summary>
    private bool PassOver(in X12Segment segment, X12Kind kind)
    {
        var isInLine = _level is Level.Line or Level.Adjudication;
        switch (kind)
        {
            case X12Kind.Hl or X12Kind.Clm:
                return false;
            case X12Kind.Lx or X12Kind.Sv1 or X12Kind.Sv2:
                _level = Level.Line;
                break;
            case X12Kind.Svd when isInLine:
                _level = Level.Adjudication;
                break;
            case X12Kind.Hi when isInLine:
                return false;
            case X12Kind.Sbr when isInLine:
                return false;
            case X12Kind.Sbr:
                _level = Level.OtherPayer;
                break;
            case X12Kind.Nm1 when segment.Code(1) == X12Roles.Billing:
                return _level == Level.OtherPayer;
            case X12Kind.Nm1 when segment.Code(1) == X12Roles.Subscriber && isInLine:
                return false;
            case X12Kind.Nm1 when segment.Code(1) is X12Roles.Subscriber or X12Roles.Payer && !isInLine:
                _level = Level.OtherPayer;
                break;
        }

        return true;
    }

    /// <summary>
    /// Goes over a subscriber's level with its dependents, where none of their claims is wanted and all of it is found already, up to the
    /// next level of a provider or subscriber or the end of the transaction; false where it is to be read.
    /// </summary>
    private bool TryPassOverSubscriber(in X12Segment level)
    {
        if (_wanted is null || level.IsEmpty(1) || !TryLookOver(out var segments, out var claims, out var end))
            return false;
        CommitCoverage();
        FindBilling(level);
        _rows.BeginAt(level.Offset);
        Remember(_subscriberLevels, new(IdOf(level[1]), _open with { Subscriber = -1, Patient = -1 }, new SourceSpan(level.Offset, (int)(end - level.Offset))));
        _rows.PassOver(claims);
        _segments += segments;
        if (segments > 0)
            _source.Take(segments);
        return true;
    }

    // What could put a later claim under another subscriber or provider, or be read by another separator, is left to the reader.
    private bool TryLookOver(out int segments, out int claims, out long end)
    {
        (segments, claims, end) = (0, 0, 0);
        var block = _source.Block;
        var within = Level.Subscriber;
        for (; _source.TryPeek(segments, out var place); segments++)
        {
            end = _source.OffsetOf(place);
            var segment = _source.At(place);
            var kind = X12Kinds.Of(segment.Id);
            switch (kind)
            {
                case X12Kind.Se:
                    return true;
                case X12Kind.Hl when segment[3].SequenceEqual("20"u8) || segment[3].SequenceEqual("22"u8):
                    return true;
                case X12Kind.Hl when segment[3].SequenceEqual("23"u8):
                    within = Level.Patient;
                    break;
                case X12Kind.Clm when segment.IsPlace(5) && !_wanted!(_rows.NextOrdinal + claims):
                    within = Level.Claim;
                    claims++;
                    break;
                case X12Kind.Sbr when within is Level.Subscriber or Level.Claim:
                    break;
                case X12Kind.Nm1 when segment.Code(1) == X12Roles.Patient && within == Level.Subscriber:
                    within = Level.Patient;
                    break;
                case X12Kind.Nm1 when segment.Code(1) != X12Roles.Billing && (within is Level.Subscriber or Level.Claim || segment.Code(1) != X12Roles.Subscriber):
                    break;
                case X12Kind.Lx or X12Kind.Sv1 or X12Kind.Sv2:
                    within = Level.Line;
                    break;
                default:
                    if (kind is X12Kind.Hl or X12Kind.Clm or X12Kind.Sbr or X12Kind.Nm1 || !X12Kinds.IsOfClaims(kind))
                        return false;
                    break;
            }
        }

        return false;
    }

    /// <summary>Reads a subscriber's level that was passed over, because a dependent elsewhere names it.</summary>
    private void TakePassedOver(SourceSpan span, OpenRows around)
    {
        // Another level may have got the id of its provider's since.
        CommitCoverage();
        _open = around;
        var stretch = new X12Stretch(_file.Read(span), span.Offset, _source.Delimiters, isLast: true, stackalloc int[X12Stretch.Elements]);
        for (var isFirst = true; stretch.TryNext(out var segment); isFirst = false)
        {
            var kind = X12Kinds.Of(segment.Id);
            if (isFirst)
                BeginSubscriber(segment.Offset, IdOf(segment[1]), default);
            else if (kind is X12Kind.Clm or X12Kind.Hl)
                break;
            else
                TakeClaimSegment(segment, kind);
        }
    }
}
