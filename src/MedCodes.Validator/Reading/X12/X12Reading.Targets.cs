using System.Diagnostics;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Which field a value is read for, so that it is marked where it cannot be kept.</summary>
internal sealed partial class X12Reading
{
    /// <summary>A field of the row in hand, for marking it.</summary>
    private readonly record struct Target(FieldOwner Owner, int Field);

    /// <summary>A field that no view shows.</summary>
    private static Target Unseen => default;

    private static Target Of(ClaimField field) => new(FieldOwner.Claim, (int)field);

    private static Target Of(LineField field) => new(FieldOwner.Line, (int)field);

    private static Target Of(ProviderField field) => new(FieldOwner.Provider, (int)field);

    private static Target Of(OtherPayerField field) => new(FieldOwner.OtherPayer, (int)field);

    private static Target Of(AdjudicationField field) => new(FieldOwner.Adjudication, (int)field);

    private static Target Of(AdjustmentField field) => new(FieldOwner.Adjustment, (int)field);

    private static Target Of(ClaimCodeField field) => new(FieldOwner.ClaimCode, (int)field);

    private static Target OfPatient(ClaimField field) => new(FieldOwner.Patient, (int)field);

    private static Target OfSubscriber(ClaimField field) => new(FieldOwner.Subscriber, (int)field);

    private static Target OfTransaction(ClaimField field) => new(FieldOwner.Transaction, (int)field);

    private void MarkUnreadable(Target target)
    {
        if (target != Unseen)
            _rows.MarkUnreadable(target.Owner, RowOf(target.Owner), target.Field);
    }

    /// <summary>The row that values are read for: diagnoses, codes and adjustments are added once theirs are read.</summary>
    private int RowOf(FieldOwner owner) => owner switch
    {
        FieldOwner.Transaction => _open.Transaction,
        FieldOwner.Subscriber => _open.Subscriber,
        FieldOwner.Patient => _open.Patient,
        FieldOwner.Claim => _rows.ClaimCount - 1,
        FieldOwner.Line => _rows.LineCount - 1,
        FieldOwner.Provider => _provider,
        FieldOwner.OtherPayer => _rows.OtherPayerCount - 1,
        FieldOwner.Adjudication => _rows.AdjudicationCount - 1,
        FieldOwner.Diagnosis => _rows.DiagnosisCount,
        FieldOwner.ClaimCode => _rows.CodeCount,
        FieldOwner.Adjustment => _rows.AdjustmentCount,
        _ => throw new UnreachableException(),
    };
}
