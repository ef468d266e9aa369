using System.Runtime.CompilerServices;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>A <see cref="Verdict"/> as a number, which costs less to hand on; <see cref="RowMemory"/> knows the reasons.</summary>
/// <param name="Code">1 for true, 2 for false, from 3 on the number of a reason why it is unknown.</param>
internal readonly record struct RowVerdict(int Code)
{
    /// <summary>The code of the first reason.</summary>
    public const int FirstReason = 3;

    public static RowVerdict True => new(1);

    public static RowVerdict False => new(2);

    public bool IsTrue => Code == 1;

    public bool IsFalse => Code == 2;

    public bool IsUnknown => Code >= FirstReason;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowVerdict Of(bool truth) => truth ? True : False;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowVerdict operator !(RowVerdict verdict) => verdict.IsUnknown ? verdict : new RowVerdict(3 - verdict.Code);

    /// <summary>Kleene's conjunction; of two unknowns the first gives the reason.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowVerdict operator &(RowVerdict a, RowVerdict b) => a.IsFalse || b.IsTrue ? a : b.IsFalse || a.IsTrue ? b : a;

    /// <summary>Kleene's disjunction; of two unknowns the first gives the reason.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowVerdict operator |(RowVerdict a, RowVerdict b) => a.IsTrue || b.IsFalse ? a : b.IsTrue || a.IsFalse ? b : a;
}
