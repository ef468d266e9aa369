using System.Globalization;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Benchmarks.Generation;

/// <summary>
/// Writes valid 837 files of any size out of a seed: patients with several claims, dependents, secondary payers, date ranges,
/// several providers, fields that may be missing and are, one patient with very many lines; and, by rate, defects.
/// </summary>
internal sealed class ClaimFileGenerator(GeneratorOptions options)
{
    private const int ClaimsOfBilling = 200;
    private const int CodeLength = 5;
    private static readonly DateOnly FirstDay = new(2024, 7, 1);

    private static readonly string[] Diagnoses = ["M47816", "M5450", "M5416", "M47812", "M542", "G8929", "M1711", "M25511"];
    private readonly Random _random = new(options.Seed);
    private int _claims;
    private int _level;
    private int _billingLevel;
    private int _billing;
    private bool _hasDefect;

    private bool IsOfOnePatient => options.DaysOfOnlyPatient > 0;

    private bool IsInstitutional => options.Setting == ClaimSetting.Institutional;

    // Who bills alone renders what is billed, and is not named again.
    private bool BillsAlone => !IsInstitutional && _billing % 7 == 0;

    private string Guide => IsInstitutional ? "005010X223A2" : "005010X222A1";

    /// <summary>A file that stands nowhere.</summary>
    public static SourceFile InMemory(GeneratorOptions options)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(options).Write(memory);
        return SourceFile.FromBytes("generated.837", memory.ToArray());
    }

    /// <summary>Writes the file.</summary>
    public void Write(Stream stream)
    {
        using var writer = new SegmentWriter(stream, options.LineBreaks);
        writer.Write($"ISA*00*          *00*          *ZZ*SYNTHETIC      *ZZ*TESTRECEIVER   *240801*1200*^*00501*000000001*0*T*:");
        writer.Write($"GS*HC*SYNTHETIC*TESTRECEIVER*20240801*1200*1*X*{Guide}");
        var transactions = 0;
        while (_claims < options.Claims)
            WriteTransaction(writer, ++transactions);
        writer.Write($"GE*{transactions}*1");
        writer.Write("IEA*1*000000001");
    }

    private void WriteTransaction(SegmentWriter writer, int number)
    {
        var last = Math.Min(options.Claims, _claims + options.ClaimsPerTransaction);
        writer.Count = 0;
        writer.Write($"ST*837*{number:D4}*{Guide}");
        writer.Write($"BHT*0019*00*SYN{number}*20240801*1200*CH");
        writer.Write("NM1*41*2*SYNTHETIC SUBMITTER*****46*SYNTHETIC");
        writer.Write("PER*IC*TESTCONTACT*TE*5550100");
        writer.Write("NM1*40*2*TESTRECEIVER*****46*TESTRECEIVER");
        _level = 0;
        while (_claims < last)
            WriteBilling(writer, Math.Min(last, _claims + ClaimsOfBilling));
        writer.Write($"SE*{writer.Count + 1}*{number:D4}");
    }

    private void WriteBilling(SegmentWriter writer, int last)
    {
        _billing = IsOfOnePatient ? 1 : _random.Next(40);
        _billingLevel = ++_level;
        writer.Write($"HL*{_billingLevel}**20*1");
        writer.Write($"PRV*BI*PXC*{(IsInstitutional ? "282N00000X" : "207L00000X")}");
        writer.Write(BillsAlone
            ? $"NM1*85*1*TESTDOCTOR{_billing}*PAT****XX*{Npis.Of(_billing)}"
            : $"NM1*85*2*SYNTHETIC GROUP {_billing}*****XX*{Npis.Of(_billing)}");
        writer.Write($"N3*{_billing + 1} TEST STREET");
        writer.Write("N4*TESTTOWN*OH*432150000");
        writer.Write($"REF*EI*{_billing:D9}");
        while (_claims < last)
            WritePatient(writer, last);
    }

    private void WritePatient(SegmentWriter writer, int last)
    {
        var patient = IsOfOnePatient && !options.IsApart ? 0 : _claims;
        var isLargest = !IsOfOnePatient && patient == 0 && options.LinesOfLargestPatient > 0;
        var isDependent = !isLargest && !IsOfOnePatient && Chance(0.1);
        var isSecondary = !IsOfOnePatient && Chance(0.08);
        var subscriber = ++_level;
        writer.Write($"HL*{subscriber}*{_billingLevel}*22*{(isDependent ? 1 : 0)}");
        writer.Write($"SBR*{(isSecondary ? "S" : "P")}*{(isDependent ? "" : "18")}*******{(!isSecondary && Chance(0.6) ? "MB" : "CI")}");
        writer.Write($"NM1*IL*1*TESTPATIENT{patient % 977}*ANN{patient % 31}****MI*{MemberIds.Of(patient)}");
        WriteAddress(writer, patient);
        if (!isDependent || Chance(0.9))
            writer.Write($"DMG*D8*{1930 + patient % 70}{1 + patient % 12:D2}{1 + patient % 28:D2}*{"FMU"[patient % 3]}");
        writer.Write($"NM1*PR*2*TESTPAYER {patient % 5}*****PI*{patient % 5:D5}");
        if (isDependent)
        {
            writer.Write($"HL*{++_level}*{subscriber}*23*0");
            writer.Write("PAT*19");
            writer.Write($"NM1*QC*1*TESTPATIENT{patient % 977}*BOB{patient % 31}");
            WriteAddress(writer, patient);
            writer.Write($"DMG*D8*{2005 + patient % 15}0{1 + patient % 9}15*M");
        }

        var claims = Chance(0.25) ? _random.Next(2, 5) : 1;
        if (IsOfOnePatient)
            claims = options.IsApart ? 1 : last - _claims;
        else if (isLargest)
            claims = (options.LinesOfLargestPatient + Service.Panel.Lines.Length - 1) / Service.Panel.Lines.Length;
        for (; claims > 0 && _claims < last; claims--)
            WriteClaim(writer, isLargest ? Service.Panel : AnyService(), DayOf(isLargest), isSecondary);
    }

    private Service AnyService()
    {
        if (options.Only is { } only)
            return only;
        var services = options.FaultRate > 0 && Chance(options.FaultRate) ? Service.Faulty : Service.All;
        var service = services[_random.Next(services.Count)];
        return options.Codes.IsEmpty ? service : service with { Lines = [.. service.Lines.Select(line => (AnyCode() + line.Code[CodeLength..], line.Charge))] };
    }

    // A few codes make up most of what is billed.
    private string AnyCode() => options.Codes[(int)(options.Codes.Length * Math.Pow(_random.NextDouble(), 4))];

    private void WriteAddress(SegmentWriter writer, int patient)
    {
        if (!Chance(0.8))
            return;
        writer.Write($"N3*{patient % 500} TEST STREET");
        writer.Write("N4*TESTTOWN*OH*43215");
    }

    // The patient with very many lines comes every day but never twice.
    private DateOnly DayOf(bool isLargest) => isLargest ? FirstDay.AddDays(-_claims)
        : IsOfOnePatient ? FirstDay.AddDays(-(_claims % options.DaysOfOnlyPatient))
        : FirstDay.AddDays(_random.Next(28));

    private void WriteClaim(SegmentWriter writer, Service service, DateOnly day, bool isSecondary)
    {
        _hasDefect = Chance(options.DefectRate);
        var defect = _hasDefect ? _random.Next(6) : -1;
        var total = service.Lines.Sum(line => line.Charge);
        var id = ++_claims;
        writer.Write($"CLM*SYN{id:D8}*{(defect == 0 ? "7OO" : total)}***{(IsInstitutional ? "13:A:1" : "11:B:1")}*Y*A*Y*Y");
        if (IsInstitutional)
        {
            writer.Write($"DTP*434*RD8*{Day(day)}-{Day(day.AddDays(2))}");
            writer.Write("CL1*1*1*01");
        }

        if (Chance(0.1))
            writer.Write($"REF*G1*PA{id:D6}");
        if (!IsInstitutional && service.HasTests)
            writer.Write("REF*X4*36D0000000");
        if (defect == 1)
            writer.Write("XYZ*1");
        WriteDiagnoses(writer, service.Diagnosis);
        if (!IsInstitutional && service.IsOrdered)
            writer.Write($"NM1*DN*1*TESTREFERRER*SAM****XX*{Npis.Of(600 + _random.Next(20))}");
        if (IsInstitutional)
            writer.Write($"NM1*71*1*TESTATTENDING*LEE****XX*{Npis.Of(500 + _random.Next(40))}");
        else if (!BillsAlone)
            writer.Write($"NM1*82*1*TESTDOCTOR*PAT****XX*{(defect == 2 ? "1234567890" : Npis.Of(100 + _billing * 4 + (IsOfOnePatient ? 0 : _random.Next(4))))}");
        if (isSecondary)
            WriteOtherPayer(writer, total);
        for (var line = 0; line < service.Lines.Length; line++)
            WriteLine(writer, line + 1, service, day, isSecondary, line == 0 ? defect : -1);
    }

    private void WriteDiagnoses(SegmentWriter writer, string first)
    {
        var second = Diagnoses[_random.Next(Diagnoses.Length)];
        writer.Write(IsInstitutional || first == second || Chance(0.4) ? $"HI*ABK:{first}" : $"HI*ABK:{first}*ABF:{second}");
    }

    private static void WriteOtherPayer(SegmentWriter writer, int total)
    {
        writer.Write("SBR*P*18*******MB");
        writer.Write($"AMT*D*{total / 2}");
        writer.Write("OI***Y***Y");
        writer.Write("NM1*IL*1*TESTPATIENT*ANN****MI*1TESTOTHER");
        writer.Write("NM1*PR*2*TESTMEDICARE*****PI*99999");
    }

    private void WriteLine(SegmentWriter writer, int number, Service service, DateOnly day, bool isSecondary, int defect)
    {
        if (defect != 3)
            writer.Write($"LX*{number}");
        var code = service.Lines[number - 1];
        var composite = $"HC:{code.Code}";
        if (IsInstitutional)
            writer.Write($"SV2*0360*{composite}*{code.Charge}*UN*1");
        else
            writer.Write($"SV1*{composite}*{code.Charge}*UN*{(defect == 4 ? "X" : service.Units)}***{service.Pointer}");
        writer.Write(Chance(0.05)
            ? $"DTP*472*RD8*{Day(day)}-{Day(day.AddDays(1))}"
            : $"DTP*472*D8*{(defect == 5 ? "20240732" : Day(day))}");
        if (Chance(0.2))
            writer.Write($"REF*6R*L{number}");
        if (code.Code[0] == 'J')
        {
            writer.Write("LIN**N4*00000000001");
            writer.Write("CTP****1*ML");
        }

        if (!isSecondary)
            return;
        writer.Write($"SVD*99999*{code.Charge / 2}*{composite}**1");
        writer.Write($"CAS*CO*45*{code.Charge - code.Charge / 2}");
        writer.Write("DTP*573*D8*20240725");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private bool Chance(double share) => _random.NextDouble() < share;
}
