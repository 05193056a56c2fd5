using ControlPlane.Policies.Fluid;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Planned;
using ControlPlane.Policies.Published;
using ControlPlane.Policies.Rules;

namespace ControlPlane.Policies.Catalog;

/// <summary>All policies that the product ships, in the order in which tables show them.</summary>
public static class PolicyCatalog
{
    /// <summary>The policies.</summary>
    public static IReadOnlyList<PolicyDescriptor> All { get; } =
    [
        new(
            "dp",
            "Default policy (DP)",
            "Any site at random; all free GPUs up to the job's limit, at clock 0.6.",
            "CHSAC-AF, section V.B, as its public code runs it",
            [],
            (_, context) => new DefaultPolicy(context)),
        new(
            "ucb1",
            "UCB1",
            "Any site at random; all free GPUs; a bandit a site learns the clock.",
            "CHSAC-AF, section V.B, as its public code runs it",
            [],
            (_, context) => new Ucb1(context))
        {
            WorkerObstacle = "it learns from every job that ends",
        },
        new(
            "jointnf",
            "JointNF",
            "Any site at random; the GPU count and clock with the least energy per unit, which is one GPU.",
            "CHSAC-AF, section V.B, as its public code runs it",
            [],
            (_, context) => new JointNf(context)),
        new(
            "masked-uniform",
            "Masked uniform",
            "Any site with a free GPU, any GPU count, at random; energy-optimal clock: the published CHSAC-AF without learning.",
            "CHSAC-AF's public code with a uniform actor",
            [new("gpus", "8", "Greatest GPU count drawn.", 1, 1024, IsInteger: true)],
            (settings, context) => new MaskedRandom(context, settings.Count("gpus")))
        {
            WorkerObstacle = "it places waiting jobs anew whenever one ends at their site",
        },
        new(
            "masked-n1",
            "Masked, one GPU",
            "Any site with a free GPU, at random; one GPU at its energy-optimal clock: JointNF given CHSAC-AF's mask.",
            "CHSAC-AF's public code with JointNF's count",
            [],
            (_, context) => new MaskedRandom(context, 1))
        {
            WorkerObstacle = "it places waiting jobs anew whenever one ends at their site",
        },
        new(
            "chsac-published",
            "CHSAC-AF as published",
            "A site with a free GPU and a GPU count as a network draws them that learns from every finished job; energy-optimal clock. Takes minutes a simulated week.",
            "CHSAC-AF's public code, defects included",
            Chsac.Parameters,
            (settings, context) => new Chsac(context, settings))
        {
            IsSlow = true,
            WorkerObstacle = "it learns from every job that ends, and places waiting jobs anew",
        },
        new(
            "round-robin",
            "Round robin",
            "One site after the other.",
            "classical",
            RulePolicy.SharedParameters,
            (settings, context) => new RoundRobin(context, settings)),
        new(
            "weighted-round-robin",
            "Weighted round robin",
            "Sites in proportion to the work they can do per second.",
            "classical, smooth variant",
            RulePolicy.SharedParameters,
            (settings, context) => new WeightedRoundRobin(context, settings)),
        new(
            "least-loaded",
            "Least loaded",
            "The site with the fewest GPUs asked for per working GPU, found through an index.",
            "classical",
            RulePolicy.SharedParameters,
            (settings, context) => new LeastLoaded(context, settings)),
        new(
            "power-of-d",
            "Power of d choices",
            "The least loaded of d sites drawn at random.",
            "Mitzenmacher 2001",
            PowerOfChoices.Parameters,
            (settings, context) => new PowerOfChoices(context, settings)),
        new(
            "shortest-completion",
            "Shortest completion",
            "The site where transfer, wait and service are expected to end first.",
            "classical",
            RulePolicy.SharedParameters,
            (settings, context) => new ShortestCompletion(context, settings)),
        new(
            "least-energy",
            "Least energy",
            "The site with the least energy per unit among those with enough free GPUs.",
            "classical",
            RulePolicy.SharedParameters,
            (settings, context) => new LeastEnergy(context, settings)),
        new(
            "lowest-price",
            "Lowest price",
            "The site where the energy of a unit costs least money now among those with enough free GPUs.",
            "classical",
            RulePolicy.SharedParameters,
            LowestRate.Price)
        {
            NeedsRates = true,
            WorkerObstacle = "it needs the price of energy, which a live host does not tell its policies",
        },
        new(
            "lowest-carbon",
            "Lowest carbon",
            "The site where a unit emits least now among those with enough free GPUs.",
            "classical",
            RulePolicy.SharedParameters,
            LowestRate.Carbon)
        {
            NeedsRates = true,
            WorkerObstacle = "it needs the price of energy, which a live host does not tell its policies",
        },
        new(
            "carbon-cost",
            "Carbon cost",
            "The site where the energy of a unit and its emissions, at a price per tonne, cost least now among those with enough free GPUs.",
            "after CHSAC-AF's public code, which routes at random",
            LowestRate.CarbonCostParameters,
            LowestRate.CarbonCost)
        {
            NeedsRates = true,
            WorkerObstacle = "it needs the price of energy, which a live host does not tell its policies",
        },
        new(
            "eco-route",
            "Eco route",
            "The site with the least energy, emissions or money per unit, however many jobs wait there.",
            "CHSAC-AF's public code",
            EcoRoute.Parameters,
            (settings, context) => new EcoRoute(context, settings.Text("objective")))
        {
            NeedsRates = true,
            WorkerObstacle = "it needs the price of energy, which a live host does not tell its policies",
        },
        new(
            "fluid",
            "Fluid",
            "Follows the energy-service frontier: the LP's shares as credits, re-solved as load and sites change and as telemetry corrects their tables.",
            "this product",
            FluidPolicy.Parameters,
            (settings, context) => new FluidPolicy(context, settings))
        {
            WorkerObstacle = "its load estimate, credits and budget need every decision in one order",
        },
        new(
            "time-price",
            "Price of time",
            "The cheapest free option, energy and service time together; the price of time follows the budget. Capacity costs nothing.",
            "this product: dual ascent on one constraint",
            PricedPolicies.RuleParameters,
            PricedPolicies.Rule),
        new(
            "chsac",
            "CHSAC-AF, priced",
            "As time-price, and what a job takes from those that come after is priced by a network: a soft actor-critic whose immediate costs are known.",
            "this product, after CHSAC-AF",
            PricedPolicies.LearnedParameters,
            PricedPolicies.Learned)
        {
            TakesModel = true,
        },
        new(
            PlannedPolicies.Name,
            "By plan",
            "As time-price, in money, at the hourly prices of energy and GPUs of a fleet plan, which also says how many GPUs each site keeps busy. The plan that comes with the product plans nothing.",
            "this product: prices and caps of the joint compute-power plan",
            PlannedPolicies.Parameters,
            PlannedPolicies.Create)
        {
            TakesModel = true,
        },
    ];

    /// <summary>The policies that run where all are asked for: those that simulate a week in seconds.</summary>
    public static IReadOnlyList<PolicyDescriptor> Quick { get; } = [.. All.Where(p => !p.IsSlow)];

    /// <summary>Those of them that can run without prices of energy.</summary>
    public static IReadOnlyList<PolicyDescriptor> WithoutRates { get; } = [.. Quick.Where(p => !p.NeedsRates)];

    /// <summary>Finds a policy.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="catalog">Those that there are; null for all of the product.</param>
    /// <returns>Null when there is none.</returns>
    public static PolicyDescriptor? Find(string name, IReadOnlyList<PolicyDescriptor>? catalog = null) => (catalog ?? All).FirstOrDefault(p => p.Name == name);

    /// <summary>Checks a policy and its settings without making it, and without its model, which need not have been read.</summary>
    /// <param name="spec">Name and settings.</param>
    /// <param name="catalog">Those that there are; null for all of the product.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">The name or a setting is unknown or out of range; the message says which and what is allowed.</exception>
    public static PolicyDescriptor Check(PolicySpec spec, IReadOnlyList<PolicyDescriptor>? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var descriptor = Find(spec.Name, catalog)
            ?? throw new ArgumentException($"There is no policy '{spec.Name}'; there are {string.Join(", ", (catalog ?? All).Select(p => p.Name))}.", nameof(spec));
        _ = new PolicySettings(descriptor, spec.Settings);
        if (spec.Model is not null && !descriptor.TakesModel)
            throw new ArgumentException($"Policy '{spec.Name}' takes no model, but one was given: '{spec.Model.Name}'.", nameof(spec));
        return descriptor;
    }

    /// <summary>Checks a policy that is to decide for a live host.</summary>
    /// <param name="policy">Name and settings.</param>
    /// <param name="catalog">Those that there are; null for all of the product.</param>
    /// <exception cref="ArgumentException">It is unknown, a setting is wrong, or a live host cannot give it what it needs; the message says what is possible.</exception>
    public static void CheckLive(PolicySpec policy, IReadOnlyList<PolicyDescriptor>? catalog = null)
    {
        if (Check(policy, catalog).WorkerObstacle is not { } obstacle)
            return;
        var possible = string.Join(", ", (catalog ?? All).Where(p => p.IsServedByWorkers).Select(p => p.Name));
        throw new ArgumentException($"Policy '{policy.Name}' cannot serve a live region: {obstacle}. Possible are {possible}.", nameof(policy));
    }

    /// <summary>Makes a policy for one run.</summary>
    /// <param name="spec">Name, settings and, where it takes one, its model.</param>
    /// <param name="context">What it is made with.</param>
    /// <exception cref="ArgumentException">The name or a setting is unknown or out of range, or its model is missing.</exception>
    public static IPlacementPolicy Create(PolicySpec spec, PolicyContext context) => Create(spec, context, All);

    /// <summary>Makes a policy for one run.</summary>
    /// <param name="spec">Name, settings and, where it takes one, its model.</param>
    /// <param name="context">What it is made with.</param>
    /// <param name="catalog">Those that there are.</param>
    /// <exception cref="ArgumentException">The name or a setting is unknown or out of range, or its model is missing.</exception>
    public static IPlacementPolicy Create(PolicySpec spec, PolicyContext context, IReadOnlyList<PolicyDescriptor> catalog)
    {
        var descriptor = Check(spec, catalog);
        return descriptor.Create(new PolicySettings(descriptor, spec.Settings, spec.Model), context);
    }
}
