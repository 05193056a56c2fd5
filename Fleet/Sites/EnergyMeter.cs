namespace ControlPlane.Fleet.Sites;

/// <summary>Integrates a data centre's power exactly, from event to event.</summary>
internal struct EnergyMeter
{
    private double _lastS;

    public EnergyMeter(double startS) => _lastS = startS;

    /// <summary>Energy of running jobs, J.</summary>
    public double RunningJ { get; private set; }

    /// <summary>Energy of sleeping GPUs, J.</summary>
    public double SleepingJ { get; private set; }

    /// <summary>Time during which GPUs were busy, GPU-seconds.</summary>
    public double BusyGpuS { get; private set; }

    /// <summary>Time during which GPUs were in working order, GPU-seconds.</summary>
    public double UpGpuS { get; private set; }

    public void Advance(double nowS, double runningW, double sleepingW, int busyGpus, int upGpus)
    {
        var dt = nowS - _lastS;
        if (dt < 0)
            throw new ArgumentOutOfRangeException(nameof(nowS), nowS, $"Time runs backwards: the last operation was at {_lastS} s.");
        RunningJ += runningW * dt;
        SleepingJ += sleepingW * dt;
        BusyGpuS += busyGpus * dt;
        UpGpuS += upGpus * dt;
        _lastS = nowS;
    }
}
