using ControlPlane.Fleet.Generation;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes service providers and the ways between them.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class ProviderBinder(Problems problems)
{
    private readonly EnergyBinder _energy = new(problems);
    private readonly NameTable _names = new("providers");

    /// <summary>Makes all providers.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="providers">Its providers.</param>
    public IReadOnlyList<ServiceProviderSpec> Bind(Section root, IReadOnlyList<Section> providers)
    {
        var models = GenerationModels.All.ToDictionary(m => m.Name);
        foreach (var (name, model) in root.Find(GenerationFields.Models) ?? new Dictionary<string, Section>())
            models[name] = Model(name, model);
        return [.. providers.Select(provider => Provider(provider, models))];
    }

    /// <summary>Makes the ways between the providers.</summary>
    /// <param name="root">The scenario, after its providers.</param>
    public IReadOnlyList<IReadOnlyList<TransferLink>> BindLinks(Section root)
    {
        var transfer = root.Find(GenerationFields.Transfer);
        var common = transfer is null ? Link(TransferFields.Rtt.Fallback, TransferFields.Throughput.Fallback, TransferFields.UsdPerGb.Fallback) : Link(transfer, transfer);
        var count = _names.Names.Count;
        TransferLink[][] links = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(j => i == j ? TransferLink.Local : common).ToArray())];
        foreach (var link in transfer?.Find(TransferFields.Links) ?? [])
        {
            var (from, to) = (_names.Resolve(link.Get(TransferFields.From), problems), _names.Resolve(link.Get(TransferFields.To), problems));
            if (from.Count == 0 || to.Count == 0)
                continue;
            if (from[0] == to[0])
                problems.Add(link.Get(TransferFields.To), "a link joins two different providers");
            else
                links[from[0]][to[0]] = links[to[0]][from[0]] = Link(link, transfer!);
        }

        return links;
    }

    private static TransferLink Link(Section link, Section common) =>
        Link(Value(link, common, TransferFields.Rtt), Value(link, common, TransferFields.Throughput), Value(link, common, TransferFields.UsdPerGb));

    private static TransferLink Link(double rttS, double mbitPerS, double usdPerGb) => new(rttS, mbitPerS, usdPerGb);

    private static double Value(Section link, Section common, Field<double> field) => (link.Has(field) ? link : common).Get(field);

    private static GenerationModel Model(string name, Section model)
    {
        var quality = model.Get(GenerationModelFields.Quality);
        var curve = new QualityCurve(
            quality.Get(GenerationModelFields.Amplitude), quality.Get(GenerationModelFields.Steepness), quality.Get(GenerationModelFields.Midpoint), quality.Get(GenerationModelFields.Floor));
        return new GenerationModel(
            name,
            curve,
            model.Get(GenerationModelFields.SetupTime),
            model.Get(GenerationModelFields.StepTime),
            model.Get(GenerationModelFields.SetupEnergy),
            model.Get(GenerationModelFields.StepEnergy))
        {
            ComputeBoundShare = model.Get(GenerationModelFields.ComputeBound),
        };
    }

    private ServiceProviderSpec Provider(Section provider, Dictionary<string, GenerationModel> models)
    {
        _names.Add(provider.Get(ProviderFields.Name), 1, null, problems);
        var named = provider.Get(ProviderFields.Model);
        if (!models.TryGetValue(named.Text, out var model))
        {
            problems.Add(named, $"there is no model {named.Described}; {Suggestion.For(named.Text, models.Keys, "models")}");
            model = GenerationModels.Sd15;
        }

        var (gpus, queue) = (provider.Get(ProviderFields.Gpus), provider.Get(ProviderFields.Queue));
        if (queue == QueueKind.Fifo && gpus != Math.Floor(gpus))
            problems.Add(provider.At(ProviderFields.Gpus), $"must be a whole number where the queue is fifo, not {gpus}");
        return new ServiceProviderSpec(provider.Get(ProviderFields.Name).Text, model, gpus)
        {
            Gpu = provider.Find(ProviderFields.Gpu) is { } gpu ? Gpu(gpu) : new GenerationGpu(),
            Queue = queue,
            MaxWaitS = provider.Get(ProviderFields.MaxWait) is { HasValue: true, Value: var waitS } ? waitS : double.PositiveInfinity,
            Energy = _energy.Bind(provider.Get(ProviderFields.Energy)),
        };
    }

    private GenerationGpu Gpu(Section gpu)
    {
        var made = new GenerationGpu(gpu.Get(GenerationGpuFields.Idle), gpu.Get(GenerationGpuFields.Host), gpu.Get(GenerationGpuFields.CubicShare));
        if (gpu.Find(GenerationGpuFields.Clocks) is not { } clocks)
            return made;
        Ascending.Check(gpu.At(GenerationGpuFields.Clocks), clocks, problems);
        return made with { Clocks = clocks };
    }
}
