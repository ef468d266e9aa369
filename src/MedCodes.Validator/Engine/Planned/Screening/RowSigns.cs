using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Joining;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>
/// How tests came out that numbers decide, of values that hardly ever come again. Rows where they come out alike are one to rules that
/// read those values in no other way.
/// </summary>
/// <param name="tests">The tests.</param>
internal sealed class RowSigns(ImmutableArray<SignTest> tests)
{
    private const int BitsOfSign = 2;
    private const ulong Untold = 0;
    private const ulong Holds = 1;
    private const ulong HoldsNot = 2;
    private const ulong IsMissing = 3;

    /// <summary>How many tests have a sign; with more it would run into the numbers of pairs.</summary>
    public const int Most = 28;

    /// <summary>The tests.</summary>
    public ImmutableArray<SignTest> Tests => tests;

    /// <summary>The signs of a row as a number. Where one is not told, what is read for it counts as it is.</summary>
    public ulong Of(ScreenedRow row, TextNumbers texts)
    {
        var (signs, isTold) = (0UL, true);
        foreach (var test in tests)
        {
            var sign = Of(test, row);
            signs = signs << BitsOfSign | sign;
            isTold &= sign != Untold;
        }

        return isTold ? signs : WithValues(signs, row, texts);
    }

    private static ulong Of(SignTest test, ScreenedRow row) => test.Words.Decide(row) switch
    {
        true => Holds,
        false => HoldsNot,
        null => test.Columns is [var only] && row[only] == Words.Missing ? IsMissing : Untold,
    };

    private ulong WithValues(ulong signs, ScreenedRow row, TextNumbers texts)
    {
        var all = signs;
        for (var i = 0; i < tests.Length; i++)
        {
            if ((signs >> (tests.Length - 1 - i) * BitsOfSign & IsMissing) != Untold)
                continue;
            foreach (var column in tests[i].Columns)
                all = texts.OfPair(all, row[column]);
        }

        return all;
    }
}

/// <summary>A test of numbers.</summary>
/// <param name="Words">The test.</param>
/// <param name="Columns">The columns that it reads.</param>
internal sealed record SignTest(WordTest Words, ImmutableArray<int> Columns);
