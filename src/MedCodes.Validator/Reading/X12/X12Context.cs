using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// All that reading on from a cut depends on. Cuts stand before the level of a billing provider or subscriber, so that what is open there
/// is the envelope and, before a subscriber, one billing provider.
/// </summary>
/// <param name="Offset">Where in the file the level starts that comes next.</param>
/// <param name="Delimiters">What segments are cut by.</param>
/// <param name="Interchange">The open interchange.</param>
/// <param name="Group">The open group.</param>
/// <param name="Transaction">The open transaction.</param>
/// <param name="Segments">The transaction's segments so far.</param>
/// <param name="Guide">What group and transaction say of what they hold.</param>
/// <param name="Claims">The claims before.</param>
/// <param name="Rows">The rows in which what is open stands.</param>
/// <param name="Open">Which of them are open.</param>
/// <param name="Billing">The id of the open billing provider's level; null where none is open.</param>
internal sealed record X12Context(
    long Offset,
    X12Delimiters Delimiters,
    X12Envelope Interchange,
    X12Envelope Group,
    X12Envelope Transaction,
    int Segments,
    X12Guide Guide,
    int Claims,
    RowSet Rows,
    OpenRows Open,
    ulong? Billing)
{
    /// <summary>Stands for the offset of what was open at the cut, where that is not known.</summary>
    public const long Before = -1;

    /// <summary>The same with no other rows than those that are open.</summary>
    public X12Context Alone()
    {
        var rows = new ClaimBatchBuilder();
        var open = rows.GoOn(Rows, Open, 0);
        return this with { Rows = rows.Build().Rows, Open = open };
    }

    /// <summary>What is open at a cut as far as it must be known to read on: the rest stays open until it is.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="delimiters">What segments are taken to be cut by.</param>
    /// <param name="guide">What group and transaction are taken to say.</param>
    public static X12Context Unknown(X12Cut cut, X12Delimiters delimiters, X12Guide guide)
    {
        var rows = new ClaimBatchBuilder();
        rows.AddInterchange(Before).Delimiters = delimiters.Packed;
        ref var transaction = ref rows.AddTransaction(Before, 0);
        transaction.GroupControlNumber = TextPool.Unknown;
        transaction.Setting = guide.Setting;
        if (cut.IsSubscriber)
            rows.AddProvider(Before, ProviderRole.Billing);
        var open = OpenRows.None with { Interchange = 0, Transaction = 0, Billing = cut.IsSubscriber ? 0 : -1 };
        return new X12Context(
            cut.Offset, delimiters, X12Envelope.Inherited, X12Envelope.Inherited, X12Envelope.Inherited, 0, guide, 0, rows.Build().Rows, open,
            cut.IsSubscriber ? cut.Parent : null);
    }
}

/// <summary>What the group and transaction say of what they hold, as far as reading depends on it.</summary>
/// <param name="IsOfClaims">Whether the group is one of claims.</param>
/// <param name="IsReported">Whether the group holds a transaction that is not read, which was reported.</param>
/// <param name="OfGroup">The guide that the group names.</param>
/// <param name="IsNamed">Whether the transaction names its guide.</param>
/// <param name="Setting">The kind of the transaction's claims.</param>
internal sealed record X12Guide(bool IsOfClaims, bool IsReported, string OfGroup, bool IsNamed, ClaimSetting Setting);
