using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Studies;

/// <summary>Adds up the progress of runs side by side and reports it, one call at a time.</summary>
internal sealed class StudyMeter(int total, Action<StudyProgress>? progress)
{
    private readonly Lock _gate = new();
    private readonly double[] _shares = new double[total];
    private double _sum;
    private int _finished;

    public void Advance(int run, double share) => Update(run, share, null);

    public void Finish(int run, RunResult result) => Update(run, 1, result);

    private void Update(int run, double share, RunResult? result)
    {
        if (progress is null)
            return;
        lock (_gate)
        {
            _sum += share - _shares[run];
            _shares[run] = share;
            if (result is not null)
                _finished++;
            progress(new StudyProgress(_finished, total, _sum / total, result));
        }
    }
}
