using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Rules.Facts;

internal sealed partial class ClaimFacts
{
    /// <summary>Makes the facts of a kind, each with the place that it has among all that the claim declares; the others are only counted.</summary>
    private sealed class Making(ClaimFacts claim, FactKind kind)
    {
        private readonly ImmutableArray<Fact>.Builder _made = ImmutableArray.CreateBuilder<Fact>();
        private int _sequence = 1;
        private int _line;
        private int _answer;

        /// <summary>The facts as they are declared.</summary>
        public ImmutableArray<Fact> Make()
        {
            var view = claim.View;
            if (view.BillingProvider is { } billing && IsMade(ClaimKinds.Provider, 1))
                Add(billing, null);
            if (IsMade(ClaimKinds.Profile, 1))
                Add(claim.Profile, claim.Claim, view.Offset, _ => claim.PlaceOf(view.Span, view.Path));
            if (IsMade(ClaimKinds.Diagnosis, view.Diagnoses.Count))
                AddDiagnoses();
            if (IsMade(ClaimKinds.Provider, view.Providers.Count))
                AddProviders(view.Providers, null);
            if (IsMade(ClaimKinds.OtherPayer, view.OtherPayers.Count))
                AddOtherPayers();
            if (kind == ClaimKinds.Provider || kind.IsWithin(LineKinds.Line))
                MakeLines();
            return _made.DrainToImmutable();
        }

        /// <summary>Whether what is declared next is made; else it is counted.</summary>
        private bool IsMade(FactKind declared, int count)
        {
            if (declared == kind)
                return true;
            _sequence += count;
            return false;
        }

        private void MakeLines()
        {
            foreach (var line in claim.View.Lines)
            {
                if (IsMade(LineKinds.Line, 1))
                    Add(line);
                if (IsMade(LineKinds.LineDay, LineDays.CountOf(line)))
                    AddDays(line);
                if (IsMade(LineKinds.Modifier, line.Modifiers.Count))
                    AddModifiers(line);
                if (IsMade(LineKinds.Pointer, line.Pointers.Count))
                    AddPointers(line);
                if (IsMade(ClaimKinds.Provider, line.Providers.Count))
                    AddProviders(line.Providers, NumberOf(line));
                foreach (var adjudication in line.Adjudications)
                    MakeAnswer(line, adjudication);
                _line++;
            }
        }

        private void MakeAnswer(ServiceLine line, Adjudication adjudication)
        {
            if (IsMade(LineKinds.Adjudication, 1))
                Add(line, adjudication);
            if (IsMade(LineKinds.Adjustment, adjudication.Adjustments.Count))
                AddAdjustments(line, adjudication);
            _answer++;
        }

        private void AddDiagnoses()
        {
            foreach (var diagnosis in claim.View.Diagnoses)
                Add(diagnosis, claim.Claim, claim.View.Offset, _ => claim.PlaceOf(diagnosis.Span, diagnosis.Path));
        }

        private void AddProviders(PartList<Provider> providers, int? line)
        {
            foreach (var provider in providers)
                Add(provider, line);
        }

        private void Add(Provider provider, int? line) =>
            Add(provider, claim.Claim, provider.Offset, _ => claim.PlaceOf(provider.Span, provider.Path, line));

        private void AddOtherPayers()
        {
            foreach (var payer in claim.View.OtherPayers)
                Add(payer, claim.Claim, payer.Offset, _ => claim.PlaceOf(payer.Span, payer.Path));
        }

        private void Add(ServiceLine line) => Add(line, claim.Claim, line.Offset, _ => claim.PlaceOf(line.Span, line.Path, NumberOf(line)));

        // What stands inside the segment of a line or an answer begins with it.
        private void AddDays(ServiceLine line)
        {
            foreach (var day in LineDays.In(line))
                Add(day, claim.AtRow(LineKinds.Line, _line), line.Offset, _ => claim.PlaceOf(line.Span, line.Path, NumberOf(line)));
        }

        private void AddModifiers(ServiceLine line)
        {
            foreach (var modifier in line.Modifiers)
                Add(modifier, claim.AtRow(LineKinds.Line, _line), line.Offset, _ => claim.PlaceOf(modifier.Span, modifier.Path, NumberOf(line)));
        }

        private void AddPointers(ServiceLine line)
        {
            foreach (var pointer in line.Pointers)
                Add(pointer, claim.AtRow(LineKinds.Line, _line), line.Offset, _ => claim.PlaceOf(pointer.Span, pointer.Path, NumberOf(line)));
        }

        private void Add(ServiceLine line, Adjudication adjudication) => Add(
            adjudication,
            claim.AtRow(LineKinds.Line, _line),
            adjudication.Offset,
            _ => claim.PlaceOf(adjudication.Span, adjudication.Path, NumberOf(line)));

        private void AddAdjustments(ServiceLine line, Adjudication adjudication)
        {
            foreach (var adjustment in adjudication.Adjustments)
            {
                Add(
                    adjustment,
                    claim.AtRow(LineKinds.Adjudication, _answer),
                    adjudication.Offset,
                    _ => claim.PlaceOf(adjustment.Span, adjudication.Path, NumberOf(line)));
            }
        }

        private static int NumberOf(ServiceLine line) => line.Number ?? line.Ordinal;

        private void Add(object content, Fact whole, long offset, Func<Fact, Place?> place) =>
            _made.Add(Fact.Of(kind, content, whole, new FactOrder(claim._file, offset, claim.View.Ordinal, _sequence++), place, claim._isHistory));
    }
}
