using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Programs;

/// <summary>How a solver that is a program of its own is called and understood. Files lie in a folder of the call's own.</summary>
internal interface ISolverProgram
{
    /// <summary>The arguments for the model in the folder; files of its own are written here.</summary>
    /// <param name="folder">The folder, with <see cref="ProgramSolver.ModelFile"/>.</param>
    /// <param name="options">When to end.</param>
    /// <param name="columns">The names of the columns in the model.</param>
    IReadOnlyList<string> Prepare(string folder, MixedIntegerOptions options, IReadOnlyList<string> columns);

    /// <summary>The answer, from the files it left and what it printed; null when there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="output">What it printed.</param>
    /// <param name="columns">Each column's index by its name in the model.</param>
    RawSolution? Read(string folder, string output, IReadOnlyDictionary<string, int> columns);
}
