using System.Text;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims;

/// <summary>
/// A procedure code as it was written: CPT, HCPCS Level II, or something malformed of up to eight bytes.
/// </summary>
/// <remarks>Whether it is a code that exists is a question for a table. Two codes are equal if they are written alike.</remarks>
public readonly record struct ProcedureCode
{
    private readonly ulong _packed;

    internal ProcedureCode(ulong packed) => _packed = packed;

    /// <summary>The code as a number that is as good as its text for comparing and looking up.</summary>
    internal ulong Packed => _packed;

    /// <summary>The code as written.</summary>
    public string Text => PackedText.Unpack(_packed) ?? "";

    /// <summary>Takes a text as a code.</summary>
    /// <returns>False where the text is empty or longer than eight bytes.</returns>
    public static bool TryParse(string? text, out ProcedureCode code)
    {
        var packed = 0UL;
        var fits = text is { Length: > 0 and <= PackedText.Capacity } && PackedText.TryPack(Encoding.UTF8.GetBytes(text), out packed);
        code = fits ? new ProcedureCode(packed) : default;
        return fits;
    }

    /// <summary>The code as written.</summary>
    public override string ToString() => Text;
}
