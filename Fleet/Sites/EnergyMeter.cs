using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Sites;

/// <summary>Integrates a data centre's power exactly, from event to event.</summary>
internal struct EnergyMeter
{
    public EnergyMeter(double startS) => LastS = startS;

    /// <summary>Until when it has integrated, in seconds.</summary>
    public double LastS { get; private set; }

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
        var dt = nowS - LastS;
        if (dt < 0)
            throw new ArgumentOutOfRangeException(nameof(nowS), nowS, $"Time runs backwards: the last operation was at {LastS} s.");
        RunningJ += runningW * dt;
        SleepingJ += sleepingW * dt;
        BusyGpuS += busyGpus * dt;
        UpGpuS += upGpus * dt;
        LastS = nowS;
    }

    public readonly void Save(StateWriter writer)
    {
        writer.Real(LastS);
        writer.Real(RunningJ);
        writer.Real(SleepingJ);
        writer.Real(BusyGpuS);
        writer.Real(UpGpuS);
    }

    public static EnergyMeter Load(ref StateReader reader) => new(reader.Finite())
    {
        RunningJ = reader.Finite(),
        SleepingJ = reader.Finite(),
        BusyGpuS = reader.Finite(),
        UpGpuS = reader.Finite(),
    };
}
