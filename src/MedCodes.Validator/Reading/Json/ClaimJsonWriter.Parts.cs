using System.Text.Json;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Providers, diagnoses, other codes, supplements, lines and other payers.</summary>
internal sealed partial class ClaimJsonWriter
{
    private void WriteProvider(Provider provider)
    {
        _json.WriteStartObject();
        if (provider.Role != ProviderRole.Billing)
            _json.WriteString("role", JsonNamingPolicy.CamelCase.ConvertName(provider.Role.ToString()));
        if (provider.IsOrganization is { } isOrganization)
            _json.WriteBoolean("isOrganization", isOrganization);
        Text(ProviderField.IdQualifier, provider.IdQualifier);
        Text(ProviderField.IdText, provider.IdText);
        Text(ProviderField.TaxId, provider.TaxId);
        Text(ProviderField.Taxonomy, provider.Taxonomy);
        // That there is one is known also where it could not be read.
        Text(ProviderField.SecondaryId, provider.HasSecondaryId ? provider.SecondaryId ?? "" : null);
        WriteDetails(provider.Details);
        _json.WriteEndObject();

        void Text(ProviderField field, string? value)
        {
            if (provider.IsUnreadable(field))
                Unreadable(FieldTraits.JsonName(field), provider.Batch, provider.SpanOf(field));
            else
                this.Text(FieldTraits.JsonName(field), value);
        }
    }

    private void WriteDiagnosis(Diagnosis diagnosis)
    {
        _json.WriteStartObject();
        Text("qualifier", diagnosis.Qualifier);
        if (diagnosis.IsUnreadable)
            Unreadable("code", diagnosis.Batch, diagnosis.Span);
        else
            Text("code", diagnosis.Code);
        Text("presentOnAdmission", diagnosis.PresentOnAdmission);
        _json.WriteEndObject();
    }

    private void WriteCode(ClaimCode code)
    {
        _json.WriteStartObject();
        Text("qualifier", code.Qualifier);
        Write(ClaimCodeField.Code, name => Text(name, code.Code));
        Write(ClaimCodeField.Date, name => Date(name, code.Date));
        if (code.Through != code.Date)
            Date("through", code.Through);
        Write(ClaimCodeField.Amount, name => Number(name, code.Amount));
        _json.WriteEndObject();

        void Write(ClaimCodeField field, Action<string> write)
        {
            if (code.IsUnreadable(field))
                Unreadable(FieldTraits.JsonName(field), code.Batch, code.SpanOf(field));
            else
                write(FieldTraits.JsonName(field));
        }
    }

    private void WriteSupplement(Supplement supplement)
    {
        _json.WriteStartObject();
        _json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(supplement.Kind.ToString()));
        Text("code", supplement.Code);
        Text("transmission", supplement.Transmission);
        Text("text", supplement.Text);
        _json.WriteEndObject();
    }

    private void WriteOtherPayer(OtherPayer payer)
    {
        _json.WriteStartObject();
        Write(OtherPayerField.PayerSequence, name => Text(name, payer.PayerSequence));
        Write(OtherPayerField.FilingIndicator, name => Text(name, payer.FilingIndicator));
        Write(OtherPayerField.InsuranceType, name => Text(name, payer.InsuranceType));
        Write(OtherPayerField.GroupNumber, name => Text(name, payer.GroupNumber));
        Write(OtherPayerField.GroupName, name => Text(name, payer.GroupName));
        Write(OtherPayerField.PayerId, name => Text(name, payer.PayerId));
        Write(OtherPayerField.PayerName, name => Text(name, payer.PayerName));
        Write(OtherPayerField.MemberId, name => Text(name, payer.MemberId));
        WriteDetails(OtherPayer.SubscriberPointer, payer.SubscriberDetails);
        Write(OtherPayerField.Paid, name => Number(name, payer.Paid));
        Write(OtherPayerField.NotCovered, name => Number(name, payer.NotCovered));
        Write(OtherPayerField.RemainingLiability, name => Number(name, payer.RemainingLiability));
        Write(OtherPayerField.Adjudicated, name => Date(name, payer.Adjudicated));
        WriteParts("adjustments", payer.Adjustments, WriteAdjustment);
        _json.WriteEndObject();

        void Write(OtherPayerField field, Action<string> write)
        {
            if (payer.IsUnreadable(field))
                Unreadable(FieldTraits.JsonName(field), payer.Batch, payer.SpanOf(field));
            else
                write(FieldTraits.JsonName(field));
        }
    }

    private void WriteAdjudication(Adjudication adjudication)
    {
        _json.WriteStartObject();
        Write(AdjudicationField.PayerId, name => Text(name, adjudication.PayerId));
        Write(AdjudicationField.Paid, name => Number(name, adjudication.Paid));
        Write(AdjudicationField.Code, name => Text(name, adjudication.Code?.Text));
        Write(AdjudicationField.Units, name => Number(name, adjudication.Units));
        Write(AdjudicationField.Date, name => Date(name, adjudication.Date));
        WriteParts("adjustments", adjudication.Adjustments, WriteAdjustment);
        _json.WriteEndObject();

        void Write(AdjudicationField field, Action<string> write)
        {
            if (adjudication.IsUnreadable(field))
                Unreadable(FieldTraits.JsonName(field), adjudication.Batch, adjudication.SpanOf(field));
            else
                write(FieldTraits.JsonName(field));
        }
    }

    private void WriteAdjustment(Adjustment adjustment)
    {
        _json.WriteStartObject();
        Write(AdjustmentField.Group, name => Text(name, adjustment.Group));
        Write(AdjustmentField.Reason, name => Text(name, adjustment.Reason));
        Write(AdjustmentField.Amount, name => Number(name, adjustment.Amount));
        Write(AdjustmentField.Units, name => Number(name, adjustment.Units));
        _json.WriteEndObject();

        void Write(AdjustmentField field, Action<string> write)
        {
            if (adjustment.IsUnreadable(field))
                Unreadable(FieldTraits.JsonName(field), adjustment.Batch, adjustment.SpanOf(field));
            else
                write(FieldTraits.JsonName(field));
        }
    }
}
