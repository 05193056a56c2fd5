using ControlPlane.Fleet;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Planned;

/// <summary>
/// A plan that a placement policy obeys: for every slot and site the most GPUs to keep busy, what a GPU-hour is worth, what energy costs and what the battery does. It is the model of the policy <c>planned</c>,
/// and travels as such. Treated as immutable.
/// </summary>
public sealed class FleetPlan : ICheckpointed
{
    /// <summary>What its bytes are called.</summary>
    public const string Kind = "fleet-plan";

    /// <summary>Who made it, where models say how they learned.</summary>
    public const string Preset = "fleet-plan";

    /// <summary>The most slots of a plan: a year of hours.</summary>
    public const int MostSlots = 8784;

    // Without a plan a kWh costs the same everywhere; how much does not matter then.
    private const double OpenUsdPerKwh = 0.1;
    private const int MostSites = 10_000;
    // Of each site.
    private const int Series = 4;

    /// <summary>Makes a plan.</summary>
    /// <param name="scenario">What it was made for.</param>
    /// <param name="fleet">The sites, as <see cref="FleetOf"/> names them; empty for a plan that suits every fleet, without caps.</param>
    /// <param name="terms">Its time and what time costs.</param>
    /// <param name="sites">What it says of each site, for all slots.</param>
    /// <exception cref="ArgumentException">A number is not allowed; the message says which.</exception>
    public FleetPlan(string scenario, IReadOnlyList<string> fleet, FleetPlanTerms terms, IReadOnlyList<FleetPlanSite> sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        (Scenario, Fleet, Terms, Sites) = (scenario, fleet, terms, sites);
        if (Complain() is { } complaint)
            throw new ArgumentException($"Fleet plan: {complaint}.", nameof(sites));
        var prices = sites.SelectMany(s => s.EnergyUsdPerKwh).DefaultIfEmpty(OpenUsdPerKwh).Average();
        MeanUsdPerKwh = Math.Max(prices, OpenUsdPerKwh / 1000);
    }

    /// <summary>The plan that plans nothing, for every fleet: no caps, and energy costs the same everywhere.</summary>
    public static FleetPlan Open { get; } = new("none", [], new FleetPlanTerms { Slots = 1 }, []);

    /// <summary>What it was made for.</summary>
    public string Scenario { get; }

    /// <summary>The sites; empty for every fleet.</summary>
    public IReadOnlyList<string> Fleet { get; }

    /// <summary>Its time and what time costs.</summary>
    public FleetPlanTerms Terms { get; }

    /// <summary>What it says of each site.</summary>
    public IReadOnlyList<FleetPlanSite> Sites { get; }

    /// <summary>What a kWh costs on average over sites and slots, USD, above 0.</summary>
    public double MeanUsdPerKwh { get; }

    /// <summary>Whether it plans nothing.</summary>
    public bool IsOpen => Sites.Count == 0;

    /// <summary>The sites of a fleet as plans name them: as models do, and with their GPUs, which caps count in.</summary>
    /// <param name="fleet">The fleet.</param>
    public static IReadOnlyList<string> FleetOf(FleetModel fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        return [.. ModelCard.FleetOf(fleet).Zip(fleet.Sites, (name, site) => $"{name} of {site.GpuCount}")];
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="CheckpointException">It is truncated, corrupt, of another version or something else; the message says which.</exception>
    public static FleetPlan Read(ReadOnlyMemory<byte> bytes) => ModelBytes.Read(bytes, Kind, (stream, card) => card.Preset == Preset ? Read(stream, card) : null);

    /// <summary>Its bytes, as they are kept in files.</summary>
    public byte[] ToBytes() => ModelBytes.Write(Kind, new ModelCard(Preset, Scenario, Fleet, 0, 0, 0, Terms.ToSettings()), this);

    /// <summary>Refuses another fleet.</summary>
    /// <param name="fleet">The fleet that is to obey it.</param>
    /// <exception cref="ArgumentException">The plan is another fleet's; the message says where they differ.</exception>
    public void Require(FleetModel fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        if (!IsOpen && ModelCard.Difference(FleetOf(fleet), Fleet) is { } difference)
            throw new ArgumentException($"The plan was made for another fleet, that of {Scenario} with {Fleet.Count} sites: {difference}.", nameof(fleet));
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (var site = 0; site < Sites.Count; site++)
            state.Within($"site-{site}", Sites[site]);
    }

    private static FleetPlan Read(Stream stream, ModelCard card)
    {
        var terms = FleetPlanTerms.Of(card);
        if (card.Fleet.Count > MostSites || (long)card.Fleet.Count * terms.Slots * Series * sizeof(double) > stream.Length)
            throw new CheckpointException(CheckpointFault.WrongShape, $"the plan does not fit: its card speaks of {card.Fleet.Count} sites and {terms.Slots} slots, and it has {stream.Length} bytes in all.");
        FleetPlanSite[] sites = [.. card.Fleet.Select(_ => FleetPlanSite.Empty(terms.Slots))];
        try
        {
            Checkpoint.Read(stream, Kind, new FleetPlan(card.Scenario, card.Fleet, terms, sites));
            return new FleetPlan(card.Scenario, card.Fleet, terms, sites);
        }
        catch (ArgumentException wrong)
        {
            throw new CheckpointException(CheckpointFault.Corrupt, $"the plan is corrupt: {wrong.Message}");
        }
    }

    private string? Complain() =>
        Terms.Complain()
        ?? (Sites.Count == Fleet.Count ? null : $"{Sites.Count} sites are planned and {Fleet.Count} named")
        ?? Sites.Select((site, s) => (site.Covers(Terms.Slots)
            ? site.Complain()
            : $"not a value for each of {Terms.Slots} slots") is { } wrong ? $"site {Fleet[s]}: {wrong}" : null).FirstOrDefault(c => c is not null);
}
