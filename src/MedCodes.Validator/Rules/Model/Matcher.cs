using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Model;

/// <summary>A test of one value: an operator with its typed arguments. It sees no other facts.</summary>
internal abstract class Matcher
{
    /// <summary>The expressions among its arguments.</summary>
    public virtual IEnumerable<Expression> Arguments => [];

    /// <summary>Whether a parameter of the payer profile is among what it compares with.</summary>
    public bool ReadsPolicy => Arguments.Any(argument => argument.Parameters.Any());

    /// <summary>Decides.</summary>
    /// <param name="subject">The value.</param>
    /// <param name="owner">The fact it was read from: dated code sets go by its date.</param>
    /// <param name="bindings">What the names in the arguments stand for.</param>
    public Verdict Judge(Value subject, Fact owner, IBindings bindings) =>
        DecidesOnAbsence || Comparison.ReasonUnknown(subject) is not { } reason
            ? Decide(subject, owner, bindings)
            : Verdict.Unknown(reason);

    /// <summary>The dated code sets that it asks: they go by a date of the fact beside the value.</summary>
    public virtual IEnumerable<CodeSet> DatedSets => [];

    /// <summary>Whether it goes by a date of the fact beside the value.</summary>
    public bool GoesByDate => DatedSets.Any();

    /// <summary>Whether it has something to say of a missing value; only <c>present</c> and what holds other matchers do.</summary>
    protected virtual bool DecidesOnAbsence => false;

    /// <summary>Decides on a value that is there, or is blank.</summary>
    protected abstract Verdict Decide(Value subject, Fact owner, IBindings bindings);
}

/// <summary>Several operators in one map: all hold.</summary>
internal sealed class AllOf(IReadOnlyList<Matcher> parts) : Matcher
{
    public override IEnumerable<Expression> Arguments => parts.SelectMany(part => part.Arguments);

    public IReadOnlyList<Matcher> Parts => parts;

    public override IEnumerable<CodeSet> DatedSets => parts.SelectMany(part => part.DatedSets);

    protected override bool DecidesOnAbsence => true;

    protected override Verdict Decide(Value subject, Fact owner, IBindings bindings)
    {
        var verdict = Verdict.True;
        foreach (var part in parts)
            verdict &= part.Judge(subject, owner, bindings);
        return verdict;
    }
}
