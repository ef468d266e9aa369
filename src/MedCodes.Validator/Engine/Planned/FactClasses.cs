using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// What facts came to while one entry is bound, or one total counted: the same for all of a class, because the values that decide are
/// the same. Belongs to one unit.
/// </summary>
/// <param name="classes">The classes.</param>
internal sealed class FactClasses(AlikeFacts classes)
{
    private readonly int[] _knownIn = new int[classes.Count];
    private readonly Verdict[] _verdicts = new Verdict[classes.Count];
    private int _binding;

    /// <summary>Begins anew: nothing is known.</summary>
    public void Begin() => _binding++;

    /// <summary>Finds what a fact of the same class came to.</summary>
    public bool TryFind(int place, out Verdict verdict)
    {
        var of = classes.ClassOf(place);
        verdict = _verdicts[of];
        return _knownIn[of] == _binding;
    }

    /// <summary>Notes what the class of a fact comes to from here on.</summary>
    public void Add(int place, Verdict verdict)
    {
        var of = classes.ClassOf(place);
        (_knownIn[of], _verdicts[of]) = (_binding, verdict);
    }
}
