namespace ControlPlane.Simulation.Generation.Results;

/// <summary>Jobs by three indices; what it counts is said where it is used.</summary>
/// <param name="first">Values of the first index.</param>
/// <param name="second">Values of the second.</param>
/// <param name="third">Values of the third.</param>
public sealed class JobMatrix(int first, int second, int third)
{
    private readonly long[] _jobs = new long[first * second * third];

    /// <summary>Values of the first index.</summary>
    public int First => first;

    /// <summary>Values of the second index.</summary>
    public int Second => second;

    /// <summary>Values of the third index.</summary>
    public int Third => third;

    /// <summary>All jobs.</summary>
    public long Total => _jobs.Sum();

    /// <summary>Jobs of a cell.</summary>
    /// <param name="i">First index.</param>
    /// <param name="j">Second index.</param>
    /// <param name="k">Third index.</param>
    public long this[int i, int j, int k] => _jobs[(i * second + j) * third + k];

    /// <summary>Adds jobs to a cell.</summary>
    internal void Add(int i, int j, int k, int jobs) => _jobs[(i * second + j) * third + k] += jobs;
}
