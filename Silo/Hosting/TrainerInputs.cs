using System.CommandLine;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Silo.Embedded.Node.Training;

namespace ControlPlane.Silo.Hosting;

/// <summary>The settings of the trainer on the command line and in the environment.</summary>
internal sealed class TrainerInputs
{
    private static readonly LiveTrainingSettings Unset = new();

    private readonly Switch _train = new("--train", "Learn from the decisions that take effect, and publish what was learned as versions, which decide when somebody lets them.");

    private readonly Setting _every = new(
        "--train-every", "N", $"Decisions from one snapshot to the next, of which there is at most one in {Unset.Pause.TotalMinutes:0} minutes (default: {Unset.Every}).");

    private readonly Setting _settings = new(
        "--train-settings", "L", $"How it learns: {LiveSettings.Descriptor.Name}:key=value,...; keys are {string.Join(", ", LiveSettings.Descriptor.Parameters.Select(p => p.Name))}.");

    private readonly Switch _noShadow = new("--train-no-shadow", "A version does not become the shadow where there is none.");

    /// <summary>The inputs.</summary>
    public InputGroup Group => new("Trainer", [_train, _every, _settings, _noShadow]);

    /// <summary>What was asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>Null for no trainer.</returns>
    /// <exception cref="InputException">A setting is wrong, or there are settings of a trainer and no trainer.</exception>
    public TrainerChoice? Read(ParseResult result)
    {
        if (_train.Read(result))
            return new TrainerChoice(ReadLive(result), _every.Read(result)?.Whole(1, 1_000_000_000), !_noShadow.Read(result));
        return Group.Inputs.Select(i => i.GivenAs(result)).FirstOrDefault(name => name is not null) is { } idle ? throw new InputException($"{idle} is for a trainer: add --train") : null;
    }

    private LiveSettings ReadLive(ParseResult result)
    {
        if (_settings.Read(result) is not { } given)
            return new LiveSettings();
        try
        {
            return LiveSettings.Parse(given.Text);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new InputException($"{given.Source}: {wrong.Message}");
        }
    }
}
