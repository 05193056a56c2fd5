namespace ControlPlane.Policies.Published;

/// <summary>What the published agent keeps of a decision until its job is done, and what it is then worth (spec a.6).</summary>
/// <param name="features">Numbers of a state.</param>
public sealed class ChsacDecision(int features)
{
    private const double JoulesPerKwh = 3.6e6;
    private const double GpuWeight = 0.05;
    private readonly float[] _state = new float[features];
    private readonly int[] _actions = new int[2];
    private int _gpus;

    /// <summary>The state decided in.</summary>
    public ReadOnlySpan<float> State => _state;

    /// <summary>Site index and GPU count less one, as drawn.</summary>
    public ReadOnlySpan<int> Actions => _actions;

    /// <summary>Takes a decision, or another one in the place of the one before.</summary>
    /// <param name="state">The state decided in.</param>
    /// <param name="actions">Site index and GPU count less one.</param>
    /// <param name="freeGpus">Free GPUs of the site now.</param>
    public void Keep(ReadOnlySpan<float> state, ReadOnlySpan<int> actions, int freeGpus)
    {
        state.CopyTo(_state);
        actions.CopyTo(_actions);
        // As published: the first decision keeps the count that was chosen, a later one the count that it can have.
        var chosen = actions[1] + 1;
        _gpus = _gpus == 0 ? chosen : Math.Clamp(freeGpus, 1, chosen);
    }

    /// <summary>-E in kWh a unit and 0.05 over the GPU count, which is thousands of times as much.</summary>
    /// <param name="joulesPerUnit">E(n, f) of the run, J/unit.</param>
    public float Reward(double joulesPerUnit) => (float)(GpuWeight / _gpus - joulesPerUnit / JoulesPerKwh);

    /// <summary>Makes room for another job's decision.</summary>
    public void Forget() => _gpus = 0;
}
