using System.Collections.Immutable;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>The kinds of fact that are not tables, in the order of the reference page.</summary>
internal static class Kinds
{
    public static ImmutableArray<FactKind> InOrder { get; } =
    [
        FileKinds.File,
        FileKinds.Interchange,
        FileKinds.Transaction,
        FileKinds.Fault,
        ClaimKinds.Claim,
        ClaimKinds.Patient,
        ClaimKinds.Profile,
        ClaimKinds.Provider,
        ClaimKinds.Diagnosis,
        ClaimKinds.OtherPayer,
        LineKinds.Line,
        LineKinds.LineDay,
        LineKinds.Modifier,
        LineKinds.Pointer,
        LineKinds.Adjudication,
        LineKinds.Adjustment,
        FindingKinds.Finding,
        DocumentKinds.Document,
        .. DocumentKinds.Parts,
        .. DocumentKinds.OfLibrary,
    ];
}
