namespace ControlPlane.Policies.Learned.Live;

/// <summary>How a host's trainer learns from the decisions that take effect, and when it publishes what it has learned.</summary>
public record LiveTrainingSettings
{
    /// <summary>Who published a version, when it was the trainer.</summary>
    public const string Actor = "trainer";

    /// <summary>What it learns from, for the cards of its models.</summary>
    public string Source { get; init; } = "live";

    /// <summary>How it learns.</summary>
    public LiveSettings Live { get; init; } = new();

    /// <summary>The model that it begins with; null to begin with nothing.</summary>
    public ILearnedModel? Start { get; init; }

    /// <summary>Decisions from one snapshot to the next, ≥ 1.</summary>
    public int Every { get; init; } = 10_000;

    /// <summary>The least time from one snapshot to the next: a host that decides thousands of times a second has no new model every second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Time from one checkpoint to the next.</summary>
    public TimeSpan KeepEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether a version becomes the shadow where there is none.</summary>
    public bool Shadows { get; init; } = true;

    /// <summary>Versions newer than the one that decides: beyond so many of its own it publishes no more, as models stay for good.</summary>
    public int MostWaiting { get; init; } = 16;

    /// <summary>By how much the held-out result of a snapshot may be above that of the version that decides, percent: runs of some hours do not tell smaller differences.</summary>
    public double Tolerance { get; init; } = 0.02;

    /// <summary>Decisions that may wait; further ones are dropped and counted.</summary>
    public int Queue { get; init; } = 8_192;

    /// <summary>The greatest share of the time in which its thread works, (0, 1]: the rest is left to those who decide.</summary>
    public double Share { get; init; } = 0.5;
}
