using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules;

/// <summary>A library of rules with the code sets, tables, terms and profiles that they name. Immutable.</summary>
public sealed class RuleSet
{
    private readonly Lazy<FrozenDictionary<Scope, ImmutableArray<ImmutableArray<Rule>>>> _strata;

    internal RuleSet(ImmutableArray<Rule> rules, Library library, ImmutableArray<Profile> profiles)
    {
        Rules = rules;
        _strata = new(() => StrataOf.Units.ToFrozenDictionary(unit => unit, unit => StrataOf.Order(rules, unit, new Diagnostics())));
        Library = library;
        Profiles = profiles;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rules.Select(rule => $"{rule.Id} {rule.Description.Hash}")))));
    }

    /// <summary>The rules by id.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The folders of a library; a file's folder says what it is.</summary>
    public static ImmutableArray<string> Folders { get; } = ["claims", "documents", "code-sets", "terms", "pages", "tables", "profiles"];

    /// <summary>SHA-256 over all rules, in hex.</summary>
    public string Hash { get; }

    /// <summary>What the rules may name.</summary>
    internal Library Library { get; }

    internal FrozenDictionary<string, Table> Tables => Library.Tables;

    internal ImmutableArray<Profile> Profiles { get; }

    /// <summary>The profile of claims that no other one is for, and of what stands in no claim.</summary>
    internal Profile DefaultProfile => Profiles.FirstOrDefault(profile => profile.IsDefault) ?? Profiles[0];

    /// <summary>The rules of a unit in groups, each judged when those before it are done. Those about claims are judged with those about patients.</summary>
    internal ImmutableArray<ImmutableArray<Rule>> StrataFor(Scope unit) => _strata.Value[unit];

    /// <summary>The names of the payer profiles, in order; that of procedure pages is none.</summary>
    public ImmutableArray<string> ProfileNames => [.. Profiles.Where(profile => !profile.IsForPages).Select(profile => profile.Name).Order(StringComparer.Ordinal)];

    /// <summary>The profile of procedure pages; null where there is none.</summary>
    internal Profile? PageProfile => Profiles.FirstOrDefault(profile => profile.IsForPages);

    /// <summary>Whether the profile of procedure pages leaves a rule on; true for rules that are not about pages.</summary>
    internal bool IsOnForPages(Rule rule) => rule.Scope is not (Scope.Document or Scope.Library) || PageProfile?.IsOff(rule.Description) != true;

    /// <summary>The rule of an id or name; null where there is none.</summary>
    public Rule? Find(string idOrName) =>
        Rules.FirstOrDefault(rule => rule.Name == idOrName || string.Equals(rule.Id, idOrName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same rules over imported tables: where a release is imported, it takes the place of the curated one for what it covers.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDataException">A release does not have the keys that the rules' table has.</exception>
    public RuleSet With(ReferenceData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var tables = Tables.Values.Select(data.With).Concat(data.Others(Tables.ContainsKey)).ToFrozenDictionary(table => table.Definition.Name, StringComparer.Ordinal);
        return new RuleSet(Rules, Library with { Tables = tables }, Profiles);
    }

    /// <summary>The same rules with what a project says of payer profiles.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A profile or parameter does not exist, or a value is none of its parameter.</exception>
    public RuleSet With(ProfileSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new RuleSet(Rules, Library, ProfileChanges.Apply(Profiles, settings));
    }

    /// <summary>The rules but some, which then find nothing and deny nothing.</summary>
    /// <param name="ids">The ids of those to leave out.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RuleSet Without(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var left = ids.ToHashSet(StringComparer.Ordinal);
        return left.Count == 0 ? this : new RuleSet([.. Rules.Where(rule => !left.Contains(rule.Id))], Library, Profiles);
    }

    /// <summary>The rules of some phases with all that they may name.</summary>
    internal RuleSet Of(params ReadOnlySpan<FindingPhase> phases)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var rule in Rules)
        {
            if (phases.Contains(rule.Description.Phase))
                rules.Add(rule);
        }

        return new RuleSet(rules.DrainToImmutable(), Library, Profiles);
    }

    /// <summary>One of the rules with all that it may name.</summary>
    internal RuleSet Only(Rule rule) => new([rule], Library, Profiles);

    /// <summary>The reference tables by name.</summary>
    public ImmutableArray<TableDescription> DescribeTables()
    {
        var users = Rules
            .SelectMany(rule => rule.Logic.AllEntries.Where(entry => entry.Kind.IsTable).Select(entry => (Table: entry.Kind.Name, rule.Id)))
            .Distinct()
            .ToLookup(use => use.Table, use => use.Id, StringComparer.Ordinal);
        return [.. Tables.Values.OrderBy(table => table.Definition.Name, StringComparer.Ordinal).Select(table => TableDescription.Of(table, [.. users[table.Definition.Name]]))];
    }

    /// <summary>Asks a table, as rules do, and tells why it answers what it answers.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The columns of one of its keys and their values.</param>
    /// <param name="on">The day that the row must be in force on.</param>
    /// <param name="asOf">The day that stands for today.</param>
    /// <exception cref="ArgumentException">There is no such table, or it has no such key.</exception>
    /// <exception cref="InvalidDataException">A release is damaged.</exception>
    public TableExplanation LookUp(string table, IReadOnlyDictionary<string, string> key, DateOnly on, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!Tables.TryGetValue(table, out var found))
            throw new ArgumentException($"there is no table '{table}'", nameof(table));
        if (!found.Definition.Keys.Any(columns => columns.ToHashSet().SetEquals(key.Keys)))
            throw new ArgumentException($"the table '{table}' is not asked by {string.Join(", ", key.Keys)}", nameof(key));
        return TableExplanation.Of(found, key, found.Definition.NeedsDate ? on : null, asOf);
    }

    /// <summary>Reads a library from a folder.</summary>
    /// <exception cref="RuleSetException">Something in it is wrong; the exception holds every diagnostic.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static RuleSet Load(string folder) =>
        TryLoad(RuleFolder.Read(folder), out var rules, out var diagnostics) ? rules : throw new RuleSetException(diagnostics);

    /// <summary>Reads a library from files: <c>claims/…</c> and <c>documents/…</c> are rules, the other folders what they name.</summary>
    /// <param name="files">The files, their paths relative to the folder of the library.</param>
    /// <param name="rules">The library; null where anything is wrong.</param>
    /// <param name="diagnostics">Everything that is wrong, by file, line and column.</param>
    public static bool TryLoad(
        IEnumerable<YamlSource> files, [NotNullWhen(true)] out RuleSet? rules, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        var faults = new Diagnostics();
        var loaded = RuleSetLoader.Load(files, faults);
        diagnostics = faults.ToSorted();
        rules = diagnostics.IsEmpty ? loaded : null;
        return rules is not null;
    }
}
