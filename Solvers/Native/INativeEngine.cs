using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Native;

/// <summary>A native solver library, loaded into a child process.</summary>
internal interface INativeEngine
{
    /// <summary>The engine with its version, as in "CBC 2.10.8".</summary>
    string Name { get; }

    /// <summary>Solves on the caller's thread.</summary>
    RawSolution Solve(FlatProgram program, Action<RawProgress> progress);

    /// <summary>Takes a line that native code wrote to standard output.</summary>
    void Logged(string line);

    /// <summary>Asks a running solve, from another thread, to end with what it has; false when the library cannot be asked.</summary>
    bool TryStop();
}
