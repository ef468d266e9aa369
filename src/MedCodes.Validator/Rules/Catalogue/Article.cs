namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Puts "a" or "an" before a noun of the catalogue.</summary>
internal static class Article
{
    public static string Before(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' ? "an " : "a ") + noun;
}
