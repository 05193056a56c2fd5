namespace ControlPlane.Fleet.Protocol;

/// <summary>What a site keeps about one home.</summary>
internal sealed class HomeSession
{
    /// <summary>Number of the lease; 0 before the first.</summary>
    public long Epoch { get; set; }

    /// <summary>When the lease ends.</summary>
    public double LeaseEndS { get; set; } = double.NegativeInfinity;

    /// <summary>Lesser tokens are settled: nothing about them is remembered, and an assignment under one of them is an old copy.</summary>
    public long SettledBelow { get; set; }

    /// <summary>Answers that the home may ask for again.</summary>
    public SortedDictionary<long, AssignmentAnswer> Answers { get; } = [];

    /// <summary>Jobs of this home that are here.</summary>
    public int Tenants { get; set; }

    /// <summary>Reports without an acknowledgement, by number.</summary>
    public Queue<SiteReport> Reports { get; } = new();

    /// <summary>Number of the next report.</summary>
    public long NextReport { get; set; } = 1;
}
