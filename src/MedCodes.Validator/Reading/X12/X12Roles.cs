using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.X12;

/// <summary>What NM101 says that a name is for.</summary>
internal static class X12Roles
{
    public const uint Subscriber = 'I' | 'L' << 8;
    public const uint Billing = '8' | '5' << 8;
    public const uint Patient = 'Q' | 'C' << 8;
    public const uint Payer = 'P' | 'R' << 8;
    public const uint Submitter = '4' | '1' << 8;
    public const uint Receiver = '4' | '0' << 8;

    /// <summary>The provider's role; null for names of others.</summary>
    public static ProviderRole? ProviderRoleOf(uint code) => code switch
    {
        Billing => ProviderRole.Billing,
        '8' | '2' << 8 => ProviderRole.Rendering,
        'D' | 'N' << 8 => ProviderRole.Referring,
        'P' | '3' << 8 => ProviderRole.PrimaryCare,
        'D' | 'Q' << 8 => ProviderRole.Supervising,
        '7' | '7' << 8 => ProviderRole.Facility,
        'D' | 'K' << 8 => ProviderRole.Ordering,
        'Q' | 'B' << 8 => ProviderRole.Purchased,
        '7' | '1' << 8 => ProviderRole.Attending,
        '7' | '2' << 8 => ProviderRole.Operating,
        'Z' | 'Z' << 8 => ProviderRole.OtherOperating,
        _ => null,
    };

    /// <summary>What NM101 says of a role; empty for none of the known ones.</summary>
    public static string CodeOf(ProviderRole role) => role switch
    {
        ProviderRole.Billing => "85",
        ProviderRole.Rendering => "82",
        ProviderRole.Referring => "DN",
        ProviderRole.PrimaryCare => "P3",
        ProviderRole.Supervising => "DQ",
        ProviderRole.Facility => "77",
        ProviderRole.Ordering => "DK",
        ProviderRole.Purchased => "QB",
        ProviderRole.Attending => "71",
        ProviderRole.Operating => "72",
        ProviderRole.OtherOperating => "ZZ",
        _ => "",
    };

    /// <summary>Whether claims name others than providers so: submitter, receiver, pay-to address and plan, places of an ambulance.</summary>
    public static bool IsOther(uint code) =>
        code is Submitter or Receiver or ('8' | '7' << 8) or ('P' | 'E' << 8) or ('P' | 'W' << 8) or ('4' | '5' << 8);
}
