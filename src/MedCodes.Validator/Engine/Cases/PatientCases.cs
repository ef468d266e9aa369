using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>
/// The patients of many claims, in the order of their first ones. Of a claim little more is kept than where its rows are: a case is made when
/// it is asked for, and anew each time, so that only those at hand take room.
/// </summary>
/// <remarks>It does not change once it is built; several threads may read it.</remarks>
internal sealed class PatientCases : IReadOnlyList<PatientCase>
{
    private const int None = -1;

    private readonly List<Stretch> _stretches = [];
    private readonly List<Member> _members = [];
    private readonly List<Group> _groups = [];
    private readonly MakeFacts _facts;
    private readonly DateOnly? _historyFrom;

    private PatientCases(MakeFacts facts, DateOnly? historyFrom) => (_facts, _historyFrom) = (facts, historyFrom);

    /// <summary>Makes the facts of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="file">The number of its file.</param>
    /// <param name="transaction">The transaction that it stands in.</param>
    /// <param name="patient">Its patient.</param>
    public delegate ClaimFacts MakeFacts(Claim claim, int file, Fact transaction, Fact patient);

    /// <summary>The number of patients.</summary>
    public int Count => _groups.Count;

    /// <summary>Makes the case of a patient by its place, from 0.</summary>
    public PatientCase this[int index]
    {
        get
        {
            var group = _groups[index];
            var first = ClaimAt(_members[group.Claims.First]);
            var file = _stretches[_members[group.Claims.First].Stretch].File;
            var patient = Fact.Of(ClaimKinds.Patient, new PatientContent(PatientKey.Of(first)), null, new FactOrder(file, first.Offset, first.Ordinal, -1));
            return new PatientCase(patient, FactsOf(group.Claims, patient), FactsOf(group.Earlier, patient), _historyFrom);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<PatientCase> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ImmutableArray<ClaimFacts> FactsOf(Chain chain, Fact patient)
    {
        if (chain.Length == 0)
            return [];
        var facts = ImmutableArray.CreateBuilder<ClaimFacts>(chain.Length);
        for (var member = chain.First; member != None; member = _members[member].Next)
        {
            var (claim, stretch) = (ClaimAt(_members[member]), _stretches[_members[member].Stretch]);
            facts.Add(_facts(claim, stretch.File, stretch.Transactions[claim.Transaction.Index], patient));
        }

        return facts.MoveToImmutable();
    }

    private Claim ClaimAt(Member member) => _stretches[member.Stretch].Batch.Claims[member.Claim];

    /// <summary>Takes claims batch by batch, in their order.</summary>
    /// <param name="facts">Makes facts; it is called from several threads.</param>
    /// <param name="historyFrom">The first day that earlier claims cover; null where there are none.</param>
    public sealed class Builder(MakeFacts facts, DateOnly? historyFrom)
    {
        private readonly PatientCases _cases = new(facts, historyFrom);

        // The latest group with a hash; those before it that have the same one follow.
        private readonly Dictionary<int, int> _groups = [];

        /// <summary>Begins a batch, in which the claims stand that are added next.</summary>
        public void Begin(ClaimBatch batch, int file, ImmutableArray<Fact> transactions) => _cases._stretches.Add(new Stretch(batch, file, transactions));

        /// <summary>Adds a claim. One that does not tell its patient is a patient of its own.</summary>
        public void Add(Claim claim)
        {
            var hash = PatientKey.HashOf(claim);
            var found = hash is { } known ? Find(known, claim) : None;
            if (found == None)
                found = AddGroup(hash);
            Append(ref CollectionsMarshal.AsSpan(_cases._groups)[found].Claims, claim);
        }

        /// <summary>Adds an earlier claim, unless it is of no patient that is there.</summary>
        public void AddEarlier(Claim claim)
        {
            if (PatientKey.HashOf(claim) is { } hash && Find(hash, claim) is var found and not None)
                Append(ref CollectionsMarshal.AsSpan(_cases._groups)[found].Earlier, claim);
        }

        /// <summary>The patients. Nothing may be added afterwards.</summary>
        public PatientCases ToCases() => _cases;

        private int Find(int hash, Claim claim)
        {
            var found = _groups.GetValueOrDefault(hash, None);
            while (found != None && !PatientKey.AreEqual(_cases.ClaimAt(_cases._members[_cases._groups[found].Claims.First]), claim))
                found = _cases._groups[found].Alike;
            return found;
        }

        private int AddGroup(int? hash)
        {
            var (place, alike) = (_cases._groups.Count, None);
            if (hash is { } known)
            {
                ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, known, out var isThere);
                (alike, latest) = (isThere ? latest : None, place);
            }

            _cases._groups.Add(new Group { Alike = alike });
            return place;
        }

        private void Append(ref Chain chain, Claim claim)
        {
            var place = _cases._members.Count;
            _cases._members.Add(new Member(_cases._stretches.Count - 1, claim.Index, None));
            if (chain.Length == 0)
                chain.First = place;
            else
                CollectionsMarshal.AsSpan(_cases._members)[chain.Last].Next = place;
            chain.Last = place;
            chain.Length++;
        }
    }

    private readonly record struct Stretch(ClaimBatch Batch, int File, ImmutableArray<Fact> Transactions);

    private record struct Member(int Stretch, int Claim, int Next);

    private struct Group
    {
        public Chain Claims;
        public Chain Earlier;
        public int Alike;
    }

    private struct Chain
    {
        public int First;
        public int Last;
        public int Length;
    }
}
