namespace ControlPlane.Simulation.Signals.Files;

/// <summary>A form of file that is known: how it is recognised, and what its columns mean.</summary>
/// <param name="name">Short name, for example <c>pjm-rt</c>.</param>
/// <param name="title">What it is, in a line.</param>
/// <param name="header">The header, or the beginning of the file, as it must be.</param>
/// <param name="notes">Times, units and rules that one must know.</param>
public abstract class SignalLayout(string name, string title, string header, string notes)
{
    /// <summary>Short name.</summary>
    public string Name { get; } = name;

    /// <summary>What it is.</summary>
    public string Title { get; } = title;

    /// <summary>The header as it must be: columns are bound by name, in any order.</summary>
    public string Header { get; } = header;

    /// <summary>Times, units and rules that one must know.</summary>
    public string Notes { get; } = notes;
}
