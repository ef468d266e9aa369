using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>The findings of a list in the order in which a run that hands them on comes by them.</summary>
internal static class PhasedFindings
{
    /// <summary>
    /// Those that a claim or a file is enough for, file by file; what stands in none of the files comes last. Each file must be looked at to its
    /// end before the next is asked for.
    /// </summary>
    /// <exception cref="SpillException">They are many, and there is no room for them in the folder for temporary files.</exception>
    public static IEnumerable<FoundInFile<Finding>> ByFile(FindingList findings, ImmutableArray<CheckedFile> files)
    {
        // In canonical order a billing provider comes before all of its claims.
        using var ofClaims = new InTurn(OfPhase(findings, FindingPhase.Claim), FindingKey.ByClaim, files);
        using var ofFiles = new InTurn(OfPhase(findings, FindingPhase.File), order: null, files);
        for (var number = 0; number < files.Length; number++)
            yield return new FoundInFile<Finding>(files[number], ofClaims.Of(number), ofFiles.Of(number));
        if (!ofClaims.IsOver || !ofFiles.IsOver)
            yield return new FoundInFile<Finding>(null, ofClaims.Of(files.Length), ofFiles.Of(files.Length));
    }

    /// <summary>The others, in the order of the list, some at a time.</summary>
    public static IEnumerable<IEnumerable<Finding>> OfRun(FindingList findings)
    {
        // Every finding is looked at for this, and only when somebody asks.
        foreach (var block in OfPhase(findings, FindingPhase.Run).Blocks)
            yield return block;
    }

    private static FindingList OfPhase(FindingList findings, FindingPhase phase) => findings.Regraded(kind => kind.Rule.Phase == phase ? kind.Severity : null);

    /// <summary>The number of a file that findings stand in one after the other; that of files which were not checked is the number of those which were.</summary>
    private sealed class FileNumbers(ImmutableArray<CheckedFile> files)
    {
        private SourceFile? _latest;
        private int _number = -1;

        public int Of(SourceFile file)
        {
            if (file != _latest)
                (_latest, _number) = (file, Next(file.Path));
            return _number;
        }

        private int Next(string path)
        {
            for (var ahead = 1; ahead <= files.Length; ahead++)
            {
                var number = (_number + ahead) % files.Length;
                if (files[number].Path == path)
                    return number;
            }

            return files.Length;
        }
    }

    /// <summary>Findings in the order of their files, of which one file's at a time are taken.</summary>
    private sealed class InTurn : IDisposable
    {
        private readonly IEnumerator<Finding> _findings;
        private readonly FileNumbers _numbers;
        private int? _number;

        public InTurn(FindingList findings, IComparer<FindingKey>? order, ImmutableArray<CheckedFile> files)
        {
            (_findings, _numbers) = (findings.Sorted(new FileNumbers(files).Of, order).GetEnumerator(), new FileNumbers(files));
            Advance();
        }

        public bool IsOver => _number is null;

        public IEnumerable<IEnumerable<Finding>> Of(int number)
        {
            while (_number == number)
            {
                var block = new List<Finding>(FindingStore.PageLength);
                for (; _number == number && block.Count < FindingStore.PageLength; Advance())
                    block.Add(_findings.Current);
                yield return block;
            }
        }

        public void Dispose() => _findings.Dispose();

        private void Advance() => _number = _findings.MoveNext() ? _numbers.Of(_findings.Current.Place.File) : null;
    }
}

/// <summary>What is found in a file before the whole run is read.</summary>
/// <param name="File">The file; null for what stands in none that was checked.</param>
/// <param name="OfClaims">What a claim is enough for, claim by claim, some at a time.</param>
/// <param name="OfFile">What the file is enough for, in canonical order, some at a time.</param>
internal sealed record FoundInFile<T>(CheckedFile? File, IEnumerable<IEnumerable<T>> OfClaims, IEnumerable<IEnumerable<T>> OfFile)
{
    /// <summary>The same with something else in place of each block.</summary>
    public FoundInFile<TOther> With<TOther>(Func<IEnumerable<IEnumerable<T>>, IEnumerable<IEnumerable<TOther>>> others) => new(File, others(OfClaims), others(OfFile));
}
