namespace ControlPlane.Simulation.Scenarios;

/// <summary>A scenario or trace file cannot be used. The message has a line for each problem.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Reports problems.</summary>
    /// <param name="problems">At least one.</param>
    /// <param name="inner">What a library said, if it found the problem.</param>
    public ScenarioException(IReadOnlyList<ScenarioProblem> problems, Exception? inner = null)
        : base(string.Join('\n', problems), inner)
    {
        ArgumentOutOfRangeException.ThrowIfZero(problems.Count, nameof(problems));
        Problems = problems;
    }

    /// <summary>Reports one problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="inner">What a library said, if it found the problem.</param>
    public ScenarioException(ScenarioProblem problem, Exception? inner = null)
        : this([problem], inner)
    {
    }

    /// <summary>The problems: by file, each in order of lines.</summary>
    public IReadOnlyList<ScenarioProblem> Problems { get; }
}
