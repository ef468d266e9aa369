using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Turns the indentation of items into depths: within a list each deeper indentation is one level more.</summary>
internal sealed class ItemDepths
{
    private readonly Stack<int> _indents = [];

    /// <summary>The blocks with the depth of each item in place of its indentation.</summary>
    public IEnumerable<PageBlock> Apply(IEnumerable<PageBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is not PageBlock.Item item)
            {
                _indents.Clear();
                yield return block;
                continue;
            }

            while (_indents.Count > 0 && _indents.Peek() > item.Depth)
                _indents.Pop();
            if (_indents.Count == 0 || _indents.Peek() < item.Depth)
                _indents.Push(item.Depth);
            yield return item with { Depth = _indents.Count };
        }
    }
}
