using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>A table with a header in its first line.</summary>
/// <param name="name">Short name.</param>
/// <param name="title">What it is.</param>
/// <param name="header">The header as it must be.</param>
/// <param name="notes">What one must know.</param>
internal abstract class TableLayout(string name, string title, string header, string notes) : SignalLayout(name, title, header, notes)
{
    /// <summary>The columns without which the layout is not itself; <c>a|b</c> where either will do.</summary>
    public abstract IReadOnlyList<string> Needed { get; }

    /// <summary>The header's columns; null when the file cannot have this layout.</summary>
    /// <param name="head">The first lines.</param>
    public Columns? Columns(IReadOnlyList<string[]> head) =>
        ImpliedHeader(head) is { } implied ? new(implied) : HeaderAt(head) is >= 0 and var at ? new(head[at]) : null;

    /// <summary>Reads the rows.</summary>
    /// <param name="rows">The table, from its first line on.</param>
    /// <param name="context">The reading.</param>
    public SignalFile Read(SignalRows rows, ReadContext context)
    {
        var columns = Columns(rows.Head)!;
        if (ImpliedHeader(rows.Head) is null)
        {
            var at = HeaderAt(rows.Head);
            context.Preface = [.. rows.Head.Take(at)];
            for (var i = 0; i <= at; i++)
                rows.Next();
        }

        if (columns.Twice(Needed) is { } twice)
            throw rows.Problem(twice, "the header names this column twice");
        return Read(rows, columns, context);
    }

    /// <summary>The names of the columns of a file that has no header; null when it has one.</summary>
    /// <param name="head">The first lines, at least one.</param>
    protected virtual IReadOnlyList<string>? ImpliedHeader(IReadOnlyList<string[]> head) => null;

    /// <summary>Which of the first lines is the header; -1 when none is.</summary>
    /// <param name="head">The first lines, at least one.</param>
    protected virtual int HeaderAt(IReadOnlyList<string[]> head) => 0;

    /// <summary>Reads the rows after the header.</summary>
    protected abstract SignalFile Read(SignalRows rows, Columns columns, ReadContext context);
}
