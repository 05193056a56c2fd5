using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Generated;
using ControlPlane.Simulation.Plans.Files;

namespace ControlPlane.Client.Inputs;

/// <summary>What to plan for: a file, or an instance that is generated.</summary>
internal sealed class InstanceInput
{
    private readonly GeneratorInput _generator = new();
    private readonly Option<double?> _price = Quantity.FromZero("--carbon-price", 1e6, "What a tonne of CO2 costs, USD (default: 50, or the file's).");
    private readonly Option<double?> _budget = Quantity.FromZero("--carbon-budget", 1e9, "Most emissions over the horizon, t (default: none, or the file's).");

    /// <summary>The file.</summary>
    public Argument<string?> File { get; } =
        new("INSTANCE") { Description = "A file of 'controlplane instance generate' (default: one is generated).", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Seeds of generated instances.</summary>
    public SeedInput Seeds { get; } = new();

    /// <summary>What changes files and generated instances alike.</summary>
    public IReadOnlyList<Option> Carbon => [_price, _budget];

    /// <summary>What is generated, without the seed.</summary>
    public IReadOnlyList<Option> Generator => _generator.All;

    /// <summary>The one instance asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">The file cannot be used, or options do not go together.</exception>
    public JointInstance ReadOne(ParseResult result)
    {
        if (result.GetValue(File) is not { } path)
            return Generate(result);
        RefuseGenerator(result);
        if (result.GetResult(Seeds.Seed) is { Implicit: false })
            throw new InputException($"{Seeds.Seed.Name} is for a generated instance, not for a file");
        return Change(result, ReadFile(path));
    }

    /// <summary>The generated instance asked for.</summary>
    /// <param name="result">The command line.</param>
    public JointInstance Generate(ParseResult result) => Generate(result, result.GetValue(Seeds.Seed) ?? 1);

    /// <summary>The instances asked for, one a seed.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">The file cannot be used, or options do not go together.</exception>
    public IReadOnlyList<JointInstance> ReadMany(ParseResult result)
    {
        if (result.GetValue(File) is null)
            return [.. Seeds.Read(result, first: 1, count: 1).Select(seed => Generate(result, seed))];
        if (result.GetResult(Seeds.Seeds) is { Implicit: false })
            throw new InputException($"{Seeds.Seeds.Name} is for generated instances, not for a file");
        return [ReadOne(result)];
    }

    /// <summary>An instance from a file.</summary>
    /// <param name="path">The file as the user wrote it.</param>
    public static JointInstance ReadFile(string path) => InstanceFile.Parse(TextOf(path), path);

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file as the user wrote it.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string TextOf(string path)
    {
        if (!System.IO.File.Exists(path))
            throw new InputException($"there is no file '{path}'");
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot read '{path}': {e.Message}");
        }
    }

    private JointInstance Generate(ParseResult result, long seed) => Change(result, InstanceGenerator.Generate(_generator.Read(result, seed)));

    private void RefuseGenerator(ParseResult result)
    {
        if (_generator.Given(result) is { } name)
            throw new InputException($"{name} is for a generated instance, not for a file");
    }

    private JointInstance Change(ParseResult result, JointInstance instance) => instance with
    {
        Carbon = instance.Carbon with { UsdPerT = result.GetValue(_price) ?? instance.Carbon.UsdPerT, BudgetT = result.GetValue(_budget) ?? instance.Carbon.BudgetT },
    };
}
