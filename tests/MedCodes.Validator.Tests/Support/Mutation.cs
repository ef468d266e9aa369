namespace MedCodes.Validator.Tests.Support;

/// <summary>Changes lists at random, as people and programs break files: parts lost, doubled, swapped, moved and put in from elsewhere.</summary>
internal static class Mutation
{
    /// <summary>A list with some changes.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="items">The list; it is left as it is.</param>
    /// <param name="strange">What may be put in.</param>
    /// <param name="most">The most changes.</param>
    public static List<T> Of<T>(Random random, IReadOnlyList<T> items, IReadOnlyList<T> strange, int most = 4)
    {
        var changed = items.ToList();
        for (var changes = random.Next(1, most + 1); changes > 0; changes--)
        {
            var place = random.Next(changed.Count + 1);
            if (place == changed.Count || changed.Count == 0)
            {
                changed.Insert(place, strange[random.Next(strange.Count)]);
                continue;
            }

            var other = random.Next(changed.Count);
            switch (random.Next(6))
            {
                case 0:
                    changed.RemoveAt(place);
                    break;
                case 1:
                    changed.Insert(other, changed[place]);
                    break;
                case 2:
                    (changed[place], changed[other]) = (changed[other], changed[place]);
                    break;
                case 3:
                    changed[place] = strange[random.Next(strange.Count)];
                    break;
                case 4:
                    changed.Insert(place, strange[random.Next(strange.Count)]);
                    break;
                default:
                    changed = [.. changed[..place], .. changed[Math.Max(place, other)..]];
                    break;
            }
        }

        return changed;
    }
}
