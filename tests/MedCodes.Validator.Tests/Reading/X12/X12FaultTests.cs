using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>Each kind of fault by an input with that one defect: the one fault, and no other beside it.</summary>
public class X12FaultTests
{
    public static TheoryData<string, string, FaultKind, string> Edits => new()
    {
        { "SE*60*0001", "SE*59*0001", FaultKind.SegmentCountMismatch, "SE01" },
        { "SE*60*0001", "SE*X*0001", FaultKind.SegmentCountMismatch, "SE01" },
        { "SE*60*0001", "SE*60*0002", FaultKind.ControlNumberMismatch, "SE02" },
        { "GE*1*1", "GE*2*1", FaultKind.TransactionCountMismatch, "GE01" },
        { "GE*1*1", "GE*1*2", FaultKind.ControlNumberMismatch, "GE02" },
        { "IEA*1*000000001", "IEA*2*000000001", FaultKind.GroupCountMismatch, "IEA01" },
        { "IEA*1*000000001", "IEA*1*000000002", FaultKind.ControlNumberMismatch, "IEA02" },
        { "LX*2~", "LX~", FaultKind.MissingElement, "2300[1]/2400[2]/LX01" },
        { "LX*2~", "LX*X~", FaultKind.InvalidNumber, "2300[1]/2400[2]/LX01" },
        { "LX*2~", "LX*1234567~", FaultKind.ElementTooLong, "2300[1]/2400[2]/LX01" },
        { "DTP*472*D8*20240715", "DTP*472*D8*20240732", FaultKind.InvalidDate, "2300[1]/2400[1]/DTP03" },
        { "DTP*472*D8*20240715", "DTP*472*D8*2024071", FaultKind.InvalidDate, "2300[1]/2400[1]/DTP03" },
        { "DTP*472*D8*20240715", "DTP*472*D8*00000000", FaultKind.InvalidDate, "2300[1]/2400[1]/DTP03" },
        { "DTP*472*D8*20240715", "DTP*472*RD9*20240715", FaultKind.UnknownQualifier, "2300[1]/2400[1]/DTP02" },
        { "DTP*472*D8*20240715", "DTP*472*D8", FaultKind.MissingElement, "2300[1]/2400[1]/DTP03" },
        { "DTP*472*RD8*20240716-20240717", "DTP*472*RD8*20240716-20240799", FaultKind.InvalidDate, "2300[2]/2400[1]/DTP03" },
        { "DMG*D8*19500102", "DMG*D8*19501302", FaultKind.InvalidDate, "2000B/DMG02" },
        { "*20240801*1200*CH", "*20241301*1200*CH", FaultKind.InvalidDate, "BHT04" },
        { "SYN-0001*700*", "SYN-0001*7OO*", FaultKind.InvalidNumber, "2300[1]/CLM02" },
        { "SYN-0001*700*", "SYN-0001**", FaultKind.MissingElement, "2300[1]/CLM02" },
        { "SYN-0001*700*", "*700*", FaultKind.MissingElement, "2300[1]/CLM01" },
        { "***11:B:1*", "****", FaultKind.MissingElement, "2300[1]/CLM05" },
        { "***11:B:1*", "***11:B:17*", FaultKind.ElementTooLong, "2300[1]/CLM05-3" },
        { "HC:64493:RT*", "HC:644931234:RT*", FaultKind.ElementTooLong, "2300[1]/2400[1]/SV101-2" },
        { "HC:64493:RT*", "HC:64493:RTX*", FaultKind.ElementTooLong, "2300[1]/2400[1]/SV101-3" },
        { "HC:64493:RT*", "HC::RT*", FaultKind.MissingElement, "2300[1]/2400[1]/SV101-2" },
        { "HC:64493:RT*500*UN*1*", "HC:64493:RT*500*UN*1.1.1*", FaultKind.InvalidNumber, "2300[1]/2400[1]/SV104" },
        { "HC:64493:RT*500*UN*1*", "HC:64493:RT*500*UN**", FaultKind.MissingElement, "2300[1]/2400[1]/SV104" },
        { "HC:64493:RT*500*UN*1*", "HC:64493:RT*500**1*", FaultKind.MissingElement, "2300[1]/2400[1]/SV103" },
        { "***1:2~", "***A:2~", FaultKind.InvalidNumber, "2300[1]/2400[1]/SV107-1" },
        { "ABK:M47816", "ABK", FaultKind.MissingElement, "2300[1]/HI01-2" },
        { "ABK:M47816", "ZZZ:M47816", FaultKind.UnknownQualifier, "2300[1]/HI01-1" },
        { "ABK:M47816", "ABK:M47816123", FaultKind.ElementTooLong, "2300[1]/HI01-2" },
        { "NM1*82*1*TESTDOCTOR", "NM1*99*1*TESTDOCTOR", FaultKind.UnknownQualifier, "2300[1]/NM101" },
        { "NM1*82*1*TESTDOCTOR", "NM1*82**TESTDOCTOR", FaultKind.MissingElement, "2300[1]/NM102" },
        { "XX*1234567893", "XXX*1234567893", FaultKind.ElementTooLong, "2000A/NM108" },
        { "SBR*P*18", "SBR*PP*18", FaultKind.ElementTooLong, "2000B/SBR01" },
        { "HL*2*1*22*0", "HL*2*9*22*0", FaultKind.BrokenHierarchy, "HL02" },
        { "HL*4*3*23*0", "HL*4*9*23*0", FaultKind.BrokenHierarchy, "HL02" },
        { "REF*G1*PA0001", "XYZ*PA0001", FaultKind.UnknownSegment, "2300[1]/XYZ" },
        { "REF*G1*PA0001", "*PA0001", FaultKind.UnknownSegment, "2300[1]" },
        { "ST*837*0001*005010X222A1", "ST*835*0001*005010X221A1", FaultKind.UnsupportedTransaction, "ST01" },
        { "ST*837*0001*005010X222A1", "ST*837*0001*004010X098A1", FaultKind.UnsupportedVersion, "ST03" },
        { "CTP****1.5*ML", "CTP****1,5*ML", FaultKind.InvalidNumber, "2300[2]/2400[2]/CTP04" },
    };

    public static TheoryData<string, FaultKind, string> Dropped => new()
    {
        { "SE*60*0001~", FaultKind.MissingSegment, "SE" },
        { "GE*1*1~", FaultKind.MissingSegment, "GE" },
        { "ST*837*0001*005010X222A1~", FaultKind.MissingSegment, "ST" },
        { "GS*HC*SYNTHETIC*TESTRECEIVER*20240801*1200*1*X*005010X222A1~", FaultKind.MissingSegment, "GS" },
        { "BHT*0019*00*SYNTHETIC1*20240801*1200*CH~", FaultKind.MissingSegment, "BHT" },
        { "NM1*41*2*SYNTHETIC SUBMITTER*****46*SYNTHETIC~", FaultKind.MissingSegment, "NM1*41" },
        { "HL*1**20*1~", FaultKind.MissingSegment, "HL*20" },
        { "HL*2*1*22*0~", FaultKind.MissingSegment, "HL*22" },
        { "HL*3*1*22*1~", FaultKind.MissingSegment, "HL*22" },
        { "HL*4*3*23*0~", FaultKind.MissingSegment, "HL*23" },
        { "NM1*85*2*SYNTHETIC PAIN GROUP*****XX*1234567893~", FaultKind.MissingSegment, "NM1*85" },
        { "N3*1 TEST STREET~", FaultKind.MissingSegment, "N3 behind NM1*85" },
        { "SBR*P*18*******MB~", FaultKind.MissingSegment, "SBR" },
        { "NM1*IL*1*TESTPATIENT*ANN****MI*1TEST00AA01~", FaultKind.MissingSegment, "NM1*IL" },
        { "NM1*PR*2*TESTPAYER*****PI*00001~", FaultKind.MissingSegment, "NM1*PR" },
        { "NM1*QC*1*TESTPATIENT*CARA~", FaultKind.MissingSegment, "NM1*QC" },
        { "CLM*SYN-0001*700***11:B:1*Y*A*Y*Y~", FaultKind.MissingSegment, "CLM" },
        { "HI*ABK:M47816*ABF:M5450~", FaultKind.MissingSegment, "HI" },
        { "LX*1~", FaultKind.MissingSegment, "LX" },
        { "LX*2~", FaultKind.MissingSegment, "LX" },
        { "SV1*HC:64494:RT*200*UN*1***1~", FaultKind.MissingSegment, "SV1" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void One_defect_is_one_fault(string old, string replacement, FaultKind kind, string path)
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional).With(old, replacement);

        var faults = ClaimFiles.Faults(text);

        var fault = Assert.Single(faults);
        Assert.Equal(kind, fault.Kind);
        Assert.Equal(path, fault.Path);
        Assert.InRange(fault.Span.Offset, 0, text.Length);
        Assert.True(fault.Span.End <= text.Length);
        Assert.Equal(Places(faults), Places(InSmallBatches(text)));
    }

    [Theory]
    [MemberData(nameof(Dropped))]
    public void Segment_that_is_not_there_is_one_fault(string segment, FaultKind kind, string expected)
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional).With(segment + "\n", "");
        if (!segment.StartsWith('S') || segment.StartsWith("SBR", StringComparison.Ordinal) || segment.StartsWith("SV", StringComparison.Ordinal))
            text = segment.StartsWith('G') ? text : text.With("SE*60*", "SE*59*");

        var fault = Assert.Single(ClaimFiles.Faults(text));

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(expected, fault.Expected);
        Assert.Equal(Places([fault]), Places(InSmallBatches(text)));
    }

    [Fact]
    public void Segment_that_is_not_there_costs_no_claim_that_could_be_read()
    {
        foreach (var (segment, _, expected) in Dropped.Select(row => ((string)row[0], (FaultKind)row[1], (string)row[2])))
        {
            var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional).With(segment + "\n", ""));
            Assert.Equal(expected == "CLM" ? 1 : 2, batch.Claims.Count);
        }
    }

    [Fact]
    public void Empty_file_is_a_fault()
    {
        var fault = Assert.Single(ClaimFiles.Faults(""));

        Assert.Equal(FaultKind.EmptyFile, fault.Kind);
        Assert.Equal(new SourceSpan(0, 0), fault.Span);
    }

    [Fact]
    public void Text_without_an_interchange_is_a_fault() =>
        Assert.Equal(FaultKind.NoInterchange, Assert.Single(ClaimFiles.Faults("GS*HC*A*B~ST*837*1~")).Kind);

    [Fact]
    public void Binary_file_is_a_fault() =>
        Assert.Equal(FaultKind.BinaryFile, Assert.Single(ClaimFiles.Read([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1]).Single().Faults).Kind);

    [Fact]
    public void Text_before_between_and_behind_interchanges_is_a_fault()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);

        var faults = ClaimFiles.Faults("Dear all,\n" + text + "see ISA above\n" + text + "bye\n");

        Assert.Equal([FaultKind.TextOutsideInterchange, FaultKind.TextOutsideInterchange, FaultKind.TextOutsideInterchange], faults.Select(fault => fault.Kind));
        Assert.Equal(4, ClaimFiles.Read("Dear all,\n" + text + "see ISA above\n" + text + "bye\n").Sum(batch => batch.Claims.Count));
    }

    [Fact]
    public void Interchange_header_of_another_length_is_a_fault_and_is_read()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional).With("SYNTHETIC      *", "SYNTHETIC*");
        var batch = ClaimFiles.ReadOne(text);

        Assert.Equal(FaultKind.InterchangeHeaderLength, Assert.Single(batch.Faults).Kind);
        Assert.Equal(2, batch.Claims.Count);
    }

    [Fact]
    public void Interchange_header_that_cannot_be_read_costs_only_its_own_interchange()
    {
        var good = ClaimFiles.Text(ClaimFiles.Professional);
        var bad = good.With("*T*:~", "*T*A~");

        var batch = ClaimFiles.ReadOne(good + bad + good);

        Assert.Equal(FaultKind.InvalidDelimiters, Assert.Single(batch.Faults).Kind);
        Assert.Equal(4, batch.Claims.Count);
    }

    [Fact]
    public void Doubled_segments_are_faults()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);
        foreach (var segment in new[] { "NM1*85*2*SYNTHETIC PAIN GROUP*****XX*1234567893~", "SBR*P*18*******MB~", "NM1*IL*1*TESTPATIENT*ANN****MI*1TEST00AA01~", "NM1*PR*2*TESTPAYER*****PI*00001~", "NM1*QC*1*TESTPATIENT*CARA~" })
        {
            var fault = Assert.Single(ClaimFiles.Faults(text.With(segment, segment + segment).With("SE*60*", "SE*61*")));
            Assert.Equal(FaultKind.RepeatedSegment, fault.Kind);
        }
    }

    [Theory]
    [InlineData(ClaimFiles.EveryElement, "SE*78*", "SE*79*")]
    [InlineData(ClaimFiles.EveryCode, "SE*42*", "SE*43*")]
    public void A_segment_that_may_stand_once_is_one_fault_when_it_is_doubled_whatever_it_is(string name, string count, string recounted)
    {
        string[] open = ["ISA", "GS", "ST", "SE", "GE", "IEA", "HL", "CLM", "LX"];
        string[] repeat = ["PER", "PWK", "K3", "NTE", "SVD", "CAS", "SBR*P*18*TESTGROUP", "REF*G2", "NM1*DN", "HI"];
        var text = ClaimFiles.Text(name);
        foreach (var segment in text.Split('\n').Where(line => line.Length > 0 && !open.Any(id => line.StartsWith(id + "*", StringComparison.Ordinal))))
        {
            var faults = ClaimFiles.Faults(text.With(segment + "\n", segment + "\n" + segment + "\n").With(count, recounted));

            if (repeat.Any(id => segment.StartsWith(id, StringComparison.Ordinal)) && !segment.StartsWith("HI*ABK", StringComparison.Ordinal))
                Assert.True(faults.Count == 0, segment);
            else
                Assert.True(faults is [{ Kind: FaultKind.RepeatedSegment or FaultKind.MisplacedSegment }], segment);
        }
    }

    [Theory]
    [InlineData("DMG*D8*20050315*M~", "DMG*D8*20050315*M~\nDMG*D8*20060415*F~")]
    [InlineData("DTP*472*D8*20240715~", "DTP*472*D8*20240715~\nDTP*472*D8*20240718~")]
    [InlineData("REF*F8*SYNORIGINAL~", "REF*F8*SYNORIGINAL~\nREF*F8*ANOTHER~")]
    [InlineData("PRV*PE*PXC*208VP0014X~", "PRV*PE*PXC*208VP0014X~\nNM1*82*1*TESTNURSE*PAT****XX*1000000038~")]
    [InlineData("AMT*D*200~", "AMT*D*200~\nAMT*D*300~")]
    public void Of_a_segment_that_may_stand_once_the_first_counts(string once, string twice)
    {
        var sound = ClaimFiles.Text(ClaimFiles.EveryElement);
        var batches = ClaimFiles.Read(sound.With(once, twice).With("SE*78*", "SE*79*"));

        Assert.Equal(FaultKind.RepeatedSegment, Assert.Single(batches.SelectMany(batch => batch.Faults)).Kind);
        Assert.Equal(ClaimDump.Of(ClaimFiles.Read(sound)), ClaimDump.Of(batches));
    }

    [Fact]
    public void References_for_another_payer_are_not_the_lines_own()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryElement).With("REF*G1*SYNLINEAUTH~", "REF*G1*OTHERS**2U:99999~\nREF*G1*SYNLINEAUTH~").With("SE*78*", "SE*79*"));

        Assert.Empty(batch.Faults);
        Assert.Equal("SYNLINEAUTH", batch.Lines[0].PriorAuthorization);
        Assert.Equal("SYNLINEAUTH", ClaimFiles.TextOf(batch.File!, batch.Lines[0].SpanOf(LineField.PriorAuthorization)));
    }

    [Theory]
    [InlineData("N3*1 TEST STREET~\nN4*TESTTOWN*OH*432150000~\n", "N4*TESTTOWN*OH*432150000~\nN3*1 TEST STREET~\n")]
    [InlineData("N4*TESTTOWN*OH*432150000~\nREF*EI*000000001~\n", "REF*EI*000000001~\nN4*TESTTOWN*OH*432150000~\n")]
    public void Address_out_of_order_is_a_fault(string old, string replacement) => Assert.Equal(
        FaultKind.MisplacedSegment, Assert.Single(ClaimFiles.Faults(ClaimFiles.Text(ClaimFiles.Professional).With(old, replacement))).Kind);

    [Theory]
    [InlineData("SE*1*0001~")]
    [InlineData("GE*1*1~")]
    [InlineData("IEA*1*000000001~")]
    public void Trailer_without_its_header_is_a_fault(string trailer)
    {
        var fault = Assert.Single(ClaimFiles.Faults(ClaimFiles.Text(ClaimFiles.Professional) + trailer));

        Assert.Equal(FaultKind.MisplacedSegment, fault.Kind);
    }

    [Fact]
    public void Interchange_that_breaks_off_before_the_next_is_one_fault()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);
        var half = text[..text.IndexOf("LX*2", StringComparison.Ordinal)];

        var batch = ClaimFiles.ReadOne(half + text);

        Assert.Equal("SE, GE and IEA", Assert.Single(batch.Faults).Expected);
        Assert.Equal(3, batch.Claims.Count);
    }

    [Fact]
    public void File_that_breaks_off_is_one_fault()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);

        Assert.Equal(FaultKind.TruncatedFile, Assert.Single(ClaimFiles.Faults(text[..text.IndexOf("LX*2", StringComparison.Ordinal)])).Kind);
        Assert.Equal(FaultKind.TruncatedFile, Assert.Single(ClaimFiles.Faults(text[..text.IndexOf("4494", StringComparison.Ordinal)])).Kind);
        Assert.Equal(FaultKind.TruncatedFile, Assert.Single(ClaimFiles.Faults(text.TrimEnd('\n', '~'))).Kind);
    }

    [Fact]
    public void Endless_segment_is_a_fault_and_passed_over()
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional).With("REF*G1*PA0001~", $"REF*G1*{new string('X', 200_000)}~");
        var batch = ClaimFiles.ReadOne(text);

        Assert.Equal(FaultKind.SegmentTooLong, Assert.Single(batch.Faults).Kind);
        Assert.Equal(2, batch.Claims.Count);
        Assert.Null(batch.Claims[0].PriorAuthorization);
    }

    [Fact]
    public void Value_that_cannot_be_read_is_marked()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional)
            .With("SYN-0001*700*", "SYN-0001*7OO*").With("DTP*472*D8*20240715", "DTP*472*D8*20240732").With("DMG*D8*19500102", "DMG*D8*19501302"));

        Assert.Null(batch.Claims[0].Total);
        Assert.True(batch.Claims[0].IsUnreadable(MedCodes.Validator.Claims.ClaimField.Total));
        Assert.True(batch.Claims[0].IsUnreadable(MedCodes.Validator.Claims.ClaimField.PatientBirthDate));
        Assert.False(batch.Claims[1].IsUnreadable(MedCodes.Validator.Claims.ClaimField.Total));
        Assert.Null(batch.Lines[0].Date);
        Assert.True(batch.Lines[0].IsUnreadable(MedCodes.Validator.Claims.LineField.Date));
        Assert.True(batch.Lines[0].IsUnreadable(MedCodes.Validator.Claims.LineField.Through));
        Assert.False(batch.Lines[1].IsUnreadable(MedCodes.Validator.Claims.LineField.Date));
    }

    [Fact]
    public void Fault_says_what_was_found_with_its_class_of_privacy()
    {
        var fault = Assert.Single(ClaimFiles.Faults(ClaimFiles.Text(ClaimFiles.Professional).With("DTP*472*D8*20240715", "DTP*472*D8*20240732")));

        Assert.Equal("20240732", fault.Found);
        Assert.Equal(Privacy.Account, fault.FoundPrivacy);
        Assert.Equal(1, fault.Claim);
        var birth = Assert.Single(ClaimFiles.Faults(ClaimFiles.Text(ClaimFiles.Professional).With("DMG*D8*19500102", "DMG*D8*19501302")));
        Assert.Equal(Privacy.Identifying, birth.FoundPrivacy);
        var charge = Assert.Single(ClaimFiles.Faults(ClaimFiles.Text(ClaimFiles.Professional).With("SYN-0001*700*", "SYN-0001*7OO*")));
        Assert.Equal(Privacy.Open, charge.FoundPrivacy);
    }

    [Theory]
    [InlineData("SYN-0001*700*", "SYN-0001*1947-03-11*")]
    [InlineData("SYN-0001*700*", "SYN-0001*1EG4TE5MK73*")]
    [InlineData("SYN-0001*700*", "SYN-0001*123 45 6789*")]
    [InlineData("DTP*472*D8*20240715", "1EG4TE5MK73~DTP*472*D8*20240715")]
    public void Number_of_a_person_that_is_found_where_something_else_belongs_is_never_open(string before, string after)
    {
        var faults = ClaimFiles.Faults(ClaimFiles.Text(ClaimFiles.Professional).With(before, after)).Where(fault => fault.Found is { Length: > 8 }).ToList();

        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(Privacy.Identifying, fault.FoundPrivacy));
    }

    [Theory]
    [InlineData("SE*60*0001", "SE*60*0002", "0001", Privacy.Open)]
    [InlineData("IEA*1*000000001", "IEA*1*000000002", "000000001", Privacy.Open)]
    [InlineData("ST*837*0001*", "ST*837*TESTNAME*", "another one", Privacy.Open)]
    [InlineData("SE*60*0001", "SE*60*TESTNAME", "0001", Privacy.Identifying)]
    [InlineData("GE*1*1", "GE*1*1234567890", "1", Privacy.Identifying)]
    public void Control_numbers_of_both_sides_are_open_and_what_is_none_is_shown_of_neither(string before, string after, string expected, Privacy privacy)
    {
        var fault = Assert.Single(ClaimFiles.Faults(ClaimFiles.Text(ClaimFiles.Professional).With(before, after)));

        Assert.Equal((FaultKind.ControlNumberMismatch, expected, privacy), (fault.Kind, fault.Expected, fault.FoundPrivacy));
    }

    [Fact]
    public void Name_that_slips_into_another_element_is_never_open()
    {
        // Each terminator in turn is damaged, so that the next segment's elements stand in the one before.
        var text = ClaimFiles.Text(ClaimFiles.Secondary);
        for (var at = text.IndexOf('~', 110); at >= 0; at = text.IndexOf('~', at + 1))
        {
            foreach (var fault in ClaimFiles.Faults(text[..at] + "x" + text[(at + 1)..]))
            {
                if (fault.FoundPrivacy == Privacy.Open && fault.Found is { } found)
                    Assert.DoesNotContain("TEST", found, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Transactions_of_other_kinds_are_passed_over_and_claims_behind_them_read()
    {
        var good = ClaimFiles.Text(ClaimFiles.Professional);
        var other = good.With("GS*HC", "GS*HP").With("ST*837*0001*005010X222A1", "ST*835*0001*005010X221A1");
        var old = good.With("ST*837*0001*005010X222A1", "ST*837*0001*004010X098A1");

        var batch = ClaimFiles.ReadOne(other + good + old);

        Assert.Equal([FaultKind.UnsupportedTransaction, FaultKind.UnsupportedVersion], batch.Faults.Select(fault => fault.Kind));
        Assert.Equal(2, batch.Claims.Count);
    }

    private static IEnumerable<Fault> InSmallBatches(string text) =>
        ClaimFiles.Read(text, new() { ClaimsPerBatch = 1, FaultsPerBatch = 1 }).SelectMany(batch => batch.Faults);

    private static IEnumerable<(FaultKind, SourceSpan, string, int?)> Places(IEnumerable<Fault> faults) =>
        faults.Select(fault => (fault.Kind, fault.Span, fault.Path, fault.Claim));
}
