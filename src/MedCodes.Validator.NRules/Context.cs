using MedCodes.Validator.Engine.Naive;

namespace MedCodes.Validator.NRules;

/// <summary>
/// What a binding is tried under: a payer profile. It is a fact of its own, because conditions of NRules reach nothing but facts.
/// </summary>
/// <param name="unit">What is judged.</param>
/// <param name="policy">What <c>$policy</c> stands for.</param>
/// <param name="isElsewhere">Whether it stands for what is reported outside every claim; a rule that reads no policy is tried under it alone.</param>
internal sealed class Context(Unit unit, Policy policy, bool isElsewhere)
{
    public Unit Unit => unit;

    public Policy Policy => policy;

    public bool IsElsewhere => isElsewhere;
}
