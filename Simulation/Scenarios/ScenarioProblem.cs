namespace ControlPlane.Simulation.Scenarios;

/// <summary>One thing that is wrong with a scenario or trace file, and where.</summary>
/// <param name="File">The file, as it was named; for an included file its own name.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Character in the line from 1; 0 = the whole line.</param>
/// <param name="Field">The field's path, for example <c>sites[2].count</c>, or the column of a trace; empty for the whole file.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record ScenarioProblem(string File, int Line, int Column, string Field, string Message)
{
    /// <summary>For example <c>paper.yaml:14:5: sites[0].count: must be a whole number in [1, 1000000], not '-16'</c>.</summary>
    public override string ToString()
    {
        var place = Column > 0 ? $"{File}:{Line}:{Column}" : $"{File}:{Line}";
        return Field.Length > 0 ? $"{place}: {Field}: {Message}" : $"{place}: {Message}";
    }
}
