using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
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
    internal RuleSet(ImmutableArray<Rule> rules, Library library, ImmutableArray<Profile> profiles)
    {
        Rules = rules;
        Strata = StrataOf.Order([.. rules.Where(rule => rule.Scope is Scope.Claim or Scope.Patient)], new Diagnostics());
        Library = library;
        Profiles = profiles;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rules.Select(rule => $"{rule.Id} {rule.Description.Hash}")))));
    }

    /// <summary>The rules by id.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The rules about claims and patients in groups, each judged when those before it are done.</summary>
    internal ImmutableArray<ImmutableArray<Rule>> Strata { get; }

    /// <summary>SHA-256 over all rules, in hex.</summary>
    public string Hash { get; }

    /// <summary>What the rules may name.</summary>
    internal Library Library { get; }

    internal FrozenDictionary<string, Table> Tables => Library.Tables;

    internal ImmutableArray<Profile> Profiles { get; }

    /// <summary>The rule of an id or name; null where there is none.</summary>
    public Rule? Find(string idOrName) =>
        Rules.FirstOrDefault(rule => rule.Name == idOrName || string.Equals(rule.Id, idOrName, StringComparison.OrdinalIgnoreCase));

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
