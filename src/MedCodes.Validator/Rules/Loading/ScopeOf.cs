using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Computes the unit that a rule is judged on from the facts that it binds and the equalities that join them.</summary>
internal static class ScopeOf
{
    /// <summary>The widest unit that any entry needs; null, with a diagnostic, where facts are joined by no key.</summary>
    public static Scope? Rule(RuleLogic logic, RuleDescription description, Diagnostics diagnostics)
    {
        var widest = (Scope)0;
        var subject = logic.Match[0];
        foreach (var entry in logic.AllEntries.Where(entry => !entry.Kind.IsTable))
        {
            var kind = entry.Total?.Of ?? entry.Kind;
            if (entry != subject && entry.SameAs.IsEmpty)
            {
                diagnostics.Add(
                    entry.Written, $"'{entry.Name}' is joined to the rest by no equality: say in same-as what the facts share, such as claim or patient");
                return null;
            }

            // What only all pages together tell is not known while one of them is judged, even where it is joined to that one.
            var scope = entry == subject || kind.Scope == Scope.Library ? kind.Scope : entry.SameAs.Min(same => Joined(same.Own, kind));
            widest = scope > widest ? scope : widest;
        }

        var isDocument = description.AppliesTo.Contains("document");
        if (widest is not Scope.File && isDocument != widest is Scope.Document or Scope.Library)
        {
            diagnostics.Add(
                subject.Written,
                $"the rule speaks of {(isDocument ? "claims" : "documents")} but applies to {string.Join(", ", description.AppliesTo)}");
        }

        return widest;
    }

    /// <summary>The unit within which all facts lie that are equal in a field.</summary>
    private static Scope Joined(Field field, FactKind kind)
    {
        if (field.Type.Scalar == ScalarType.Fact)
            return field.Name == "patient" ? Scope.Patient : field.Kind.Scope;
        return kind.Scope is Scope.Document or Scope.Library ? Scope.Library : Scope.Batch;
    }
}
