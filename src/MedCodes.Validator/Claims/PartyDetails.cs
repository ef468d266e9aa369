namespace MedCodes.Validator.Claims;

/// <summary>
/// The name and address of a person or an organisation. Nothing is judged by them, so they are not kept with the claims: they are read from
/// the file again when they are asked for, as they are written there. All of them identify.
/// </summary>
public sealed record PartyDetails
{
    /// <summary>What they are called in JSON, in the order of <see cref="Values"/>; and how long each may be.</summary>
    internal static readonly (string JsonName, int Longest)[] Fields =
    [
        ("name", 60), ("firstName", 35), ("middleName", 25), ("suffix", 10),
        ("address1", 55), ("address2", 55), ("city", 30), ("state", 2), ("postalCode", 15), ("country", 3),
    ];

    /// <summary>Nothing: what claims have that no file holds.</summary>
    internal static readonly PartyDetails None = new();

    /// <summary>The last name, or the organisation's name (NM103); null where it is missing, as are the others.</summary>
    public string? Name { get; init; }

    /// <summary>The first name (NM104).</summary>
    public string? FirstName { get; init; }

    /// <summary>The middle name (NM105).</summary>
    public string? MiddleName { get; init; }

    /// <summary>What stands behind the name, such as JR (NM107).</summary>
    public string? Suffix { get; init; }

    /// <summary>The first line of the address (N301).</summary>
    public string? Address1 { get; init; }

    /// <summary>The second line of the address (N302).</summary>
    public string? Address2 { get; init; }

    /// <summary>The city (N401).</summary>
    public string? City { get; init; }

    /// <summary>The state (N402).</summary>
    public string? State { get; init; }

    /// <summary>The postal code (N403).</summary>
    public string? PostalCode { get; init; }

    /// <summary>The country, where it is another than the United States (N404).</summary>
    public string? Country { get; init; }

    /// <summary>All of them, in the order of <see cref="Fields"/>.</summary>
    internal string?[] Values => [Name, FirstName, MiddleName, Suffix, Address1, Address2, City, State, PostalCode, Country];

    internal static PartyDetails Of(ReadOnlySpan<string?> values) => new()
    {
        Name = values[0],
        FirstName = values[1],
        MiddleName = values[2],
        Suffix = values[3],
        Address1 = values[4],
        Address2 = values[5],
        City = values[6],
        State = values[7],
        PostalCode = values[8],
        Country = values[9],
    };
}
