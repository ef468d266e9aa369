namespace MedCodes.Validator.NRules;

/// <summary>A binding that NRules found: a candidate for each entry. NRules gives them in an order of its own; canonical is the order of their places.</summary>
internal sealed record Activation(Context Context, Candidate[] Bound) : IComparable<Activation>
{
    public int CompareTo(Activation? other)
    {
        if (other is null)
            return 1;
        for (var i = 0; i < Bound.Length; i++)
        {
            var order = Bound[i].Place.CompareTo(other.Bound[i].Place);
            if (order != 0)
                return order;
        }

        return 0;
    }

    /// <summary>What tells its first candidates from others. Rows spring anew from each rule, so places count and not identity.</summary>
    public string KeyOf(int length) => string.Join(' ', Bound.Take(length).Select(candidate => candidate.Place));
}
