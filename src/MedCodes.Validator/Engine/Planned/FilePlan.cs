using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Tells which claims the rules about files can bind together, so that of the others nothing needs to be kept. A rule that forbids two of
/// a kind to have the same key says nothing of one whose key no other has.
/// </summary>
internal sealed class FilePlan
{
    private readonly bool _bindsAny;
    private readonly ImmutableArray<Compared> _compared;

    public FilePlan(IEnumerable<RulePlan> plans)
    {
        var ofClaims = plans.Where(plan => plan.AllEntries.Any(entry => entry.Kind.IsWithin(ClaimKinds.Claim))).ToList();
        var compared = ofClaims.Select(ComparedBy).ToList();
        _bindsAny = compared.Contains(null);
        _compared = [.. compared.OfType<Compared>()];
    }

    /// <summary>Notes the keys of a claim. It is called once for every claim before any is asked for.</summary>
    public void Learn(ClaimFacts claim, RunKnowledge run)
    {
        if (_bindsAny)
            return;
        foreach (var rule in _compared)
        {
            var seen = run.KeysOf(rule.Rule);
            foreach (var hash in rule.HashesIn(claim))
                seen.Add(hash);
        }
    }

    /// <summary>Whether some rule may bind a claim together with another one.</summary>
    public bool MayBind(ClaimFacts claim, RunKnowledge run)
    {
        if (_bindsAny)
            return true;
        foreach (var rule in _compared)
        {
            var seen = run.KeysOf(rule.Rule);
            foreach (var hash in rule.HashesIn(claim))
            {
                if (seen.MayBeRepeated(hash))
                    return true;
            }
        }

        return false;
    }

    // One field is enough to tell most claims apart. Facts of the run are made anew each time and have no identity, and a field with
    // few values tells nothing apart.
    private static Compared? ComparedBy(RulePlan plan)
    {
        if (plan.Match is not [{ Total: null, Rows: null } first] || plan.Rule.Logic is not { Demand: Demand.Forbid, Optional.IsEmpty: true } || !first.Kind.IsWithin(ClaimKinds.Claim))
            return null;
        var others = plan.Groups.SelectMany(group => group).ToList();
        if (others.Exists(other => other.Kind != first.Kind || other is { Total: not null } or { Rows: not null }))
            return null;
        var shared = others.Select(other => other.Entry.SameAs.Where(same => same.Other == first.Entry.Name && same.Own == same.Others && same.Own.Kind == first.Kind).Select(same => same.Own))
            .Aggregate((all, more) => all.Intersect(more));
        return shared.FirstOrDefault(field => field.Type is { Scalar: ScalarType.Text or ScalarType.Code, IsList: false }) is { } key
            ? new Compared(plan.Rule, first.Kind, key)
            : null;
    }

    private sealed record Compared(Rule Rule, FactKind Kind, Field Key)
    {
        /// <summary>The hash of each fact's key; null for one that may be equal to any.</summary>
        public IEnumerable<ulong?> HashesIn(ClaimFacts claim)
        {
            if (Kind == ClaimKinds.Claim)
                return [HashOf(claim.Claim)];

            // Of a claim that was replaced or voided rules about files see nothing else.
            return claim.IsSuperseded ? [] : claim.OfKind(Kind).Select(HashOf);
        }

        private ulong? HashOf(Fact fact)
        {
            try
            {
                return fact.ReadOnce(Key) is Value.Text text ? HashOf(fact.Order.File, text.Written) : null;
            }
            catch (Exception crash) when (RuleCrash.IsOurs(crash))
            {
                // Judging the rule will say so.
                return null;
            }
        }

        // Of ten million keys that are all different, thousands would share a hash of half the length. The file stands where no letter reaches.
        private static ulong HashOf(int file, string key)
        {
            var hash = (ulong)file << 32;
            foreach (var letter in key)
                hash = (hash ^ letter) * 0x9E3779B97F4A7C15 ^ hash >> 29;
            return hash;
        }
    }
}
