using System.Globalization;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// Writes claims as X12 837. It writes what claims hold, and a value that could not be read as it stood in the file. What claims do not
/// hold (contacts, names of submitters, segments that are passed over) is not written, so the file is for reading again, not for sending.
/// </summary>
internal sealed partial class X12Writer : IDisposable
{
    private readonly X12SegmentWriter _segments;
    private (string? Control, string? Sender, string? Receiver, string? Usage)? _interchange;
    private (string? Control, string? Guide)? _group;
    private (string? Control, string? Reference, string? Purpose, string? Use, DateOnly? Day)? _transaction;
    private string? _billing;
    private string? _subscriber;
    private int _groups;
    private int _transactions;
    private int _levels;
    private int _billingLevel;
    private int _subscriberLevel;

    public X12Writer(Stream stream) => _segments = new X12SegmentWriter(stream);

    /// <summary>The texts that held a delimiter, which a blank took the place of.</summary>
    public int Replaced => _segments.Replaced;

    /// <summary>Writes the claims of a batch.</summary>
    public void Write(ClaimBatch batch)
    {
        foreach (var claim in batch.Claims)
        {
            Open(claim);
            WriteBilling(claim);
            WriteSubscriber(claim);
            WriteClaim(claim);
        }
    }

    /// <summary>Ends what is open. The stream stays open.</summary>
    public void Dispose()
    {
        CloseInterchange();
        _segments.Dispose();
    }

    private void Open(Claim claim)
    {
        var transaction = claim.Transaction;
        var around = transaction.Interchange;
        var interchange = (around.ControlNumber, around.SenderId, around.ReceiverId, around.Usage);
        if (_interchange != interchange)
        {
            CloseInterchange();
            OpenInterchange(claim);
            _interchange = interchange;
        }

        var group = (transaction.GroupControlNumber, transaction.Guide);
        if (_group != group)
        {
            CloseGroup();
            _segments.Write(
                "GS", "HC", Text(around.SenderId), Text(around.ReceiverId), X12SegmentWriter.Day(claim.Submitted) ?? "20000101", "0000",
                Text(transaction.GroupControlNumber), "X", Text(transaction.Guide));
            _group = group;
            _groups++;
        }

        var own = (transaction.ControlNumber, transaction.Reference, transaction.Purpose, transaction.Use, claim.Submitted);
        if (_transaction == own)
            return;
        CloseTransaction();
        OpenTransaction(claim);
        _transaction = own;
    }

    private void OpenInterchange(Claim claim)
    {
        var around = claim.Transaction.Interchange;
        _segments.Write(
            "ISA", "00", new string(' ', 10), "00", new string(' ', 10), "ZZ", (Text(around.SenderId) ?? "").PadRight(15), "ZZ",
            (Text(around.ReceiverId) ?? "").PadRight(15), (X12SegmentWriter.Day(claim.Submitted) ?? "20000101")[2..], "0000", "^", "00501",
            Text(around.ControlNumber) ?? "000000000", "0", Text(around.Usage) ?? " ", ":");
    }

    private void OpenTransaction(Claim claim)
    {
        var transaction = claim.Transaction;
        _segments.Count = 0;
        _segments.Write("ST", "837", Text(transaction.ControlNumber), Text(transaction.Guide));
        _segments.Write(
            "BHT", "0019", Text(transaction.Purpose), Text(transaction.Reference),
            Written(claim, ClaimField.Submitted, X12SegmentWriter.Day(claim.Submitted)), "0000", Written(claim, ClaimField.Reporting, transaction.Use));
        _segments.Write("NM1", "41", "2", null, null, null, null, null, "46", Text(transaction.Interchange.SenderId));
        _segments.Write("NM1", "40", "2", null, null, null, null, null, "46", Text(transaction.Interchange.ReceiverId));
        _transactions++;
        _levels = 0;
        _billing = null;
        _subscriber = null;
    }

    private void CloseTransaction()
    {
        if (_transaction is { } open)
            _segments.Write("SE", (_segments.Count + 1).ToString(CultureInfo.InvariantCulture), Text(open.Control));
        _transaction = null;
    }

    private void CloseGroup()
    {
        CloseTransaction();
        if (_group is { } open)
            _segments.Write("GE", _transactions.ToString(CultureInfo.InvariantCulture), Text(open.Control));
        _group = null;
        _transactions = 0;
    }

    private void CloseInterchange()
    {
        CloseGroup();
        if (_interchange is { } open)
            _segments.Write("IEA", _groups.ToString(CultureInfo.InvariantCulture), Text(open.Control) ?? "000000000");
        _interchange = null;
        _groups = 0;
    }

    private string? Text(string? text) => _segments.Clean(text);

    /// <summary>A field as it is written: what could not be read as it stood in the file.</summary>
    private string? Written(Claim claim, ClaimField field, string? text) =>
        claim.IsUnreadable(field) ? Raw(claim.Batch, claim.SpanOf(field)) : Text(text);

    private string? Raw(ClaimBatch batch, SourceSpan span) => Text(batch.Written(span));
}
