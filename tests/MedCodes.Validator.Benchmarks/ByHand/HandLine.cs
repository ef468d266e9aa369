using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Benchmarks.ByHand;

/// <summary>What checks between lines read of a line. 0 stands for what is not known.</summary>
internal readonly struct HandLine
{
    public HandLine(Claim claim, ServiceLine line)
    {
        ref readonly var row = ref line.Row;
        var rendering = line.RenderingProvider;
        var npi = rendering is { } provider && provider.Row.IdQualifier == Codes.Xx ? provider.Row.Id : 0;
        var isReversed = line.Through < line.Date;
        Code = row.Code;
        Modifiers = row.Modifiers;
        Npi = npi;
        Individual = rendering?.IsOrganization == true ? 0 : npi;
        Date = isReversed ? 0 : row.Date;
        Through = isReversed ? 0 : PackedDate.Pack(line.Through);
        Ndc = line.Detail.Ndc;
        IsCounted = row.Unit == Codes.Un;
        Units = line.Units;
        IsFirstBilling = claim.Row.Frequency != '7' && claim.Row.Frequency != '8' && claim.Coverage.Sequence == Codes.Primary;
    }

    public ulong Code { get; }

    /// <summary>Four of 16 bits.</summary>
    public ulong Modifiers { get; }

    /// <summary>Who rendered it, an individual or an organization.</summary>
    public ulong Npi { get; }

    /// <summary>The individual who rendered it.</summary>
    public ulong Individual { get; }

    public int Date { get; }

    public int Through { get; }

    public uint Ndc { get; }

    /// <summary>Whether its units are units and not minutes.</summary>
    public bool IsCounted { get; }

    public decimal? Units { get; }

    /// <summary>Whether it is no replacement and sent to the first payer.</summary>
    public bool IsFirstBilling { get; }

    /// <summary>Its units of each of its days.</summary>
    public decimal? UnitsOfDay => Through == Date ? Units : Units is { } units ? decimal.Round(units / (Through - Date + 1), 0, MidpointRounding.AwayFromZero) : null;

    public bool HasAny(HashSet<ulong> modifiers)
    {
        for (var left = Modifiers; left != 0; left >>= 16)
        {
            if (modifiers.Contains((ushort)left))
                return true;
        }

        return false;
    }
}
