using System.Globalization;
using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Client.Node;

/// <summary>How a node's trainer gets on, in lines.</summary>
internal static class TrainerTables
{
    /// <summary>The lines.</summary>
    /// <param name="trainer">The trainer.</param>
    public static IEnumerable<string> Remarks(TrainerView trainer)
    {
        var loss = trainer.Loss is { } last ? string.Create(CultureInfo.InvariantCulture, $", loss {last:0.####}") : "";
        yield return $"the trainer learned from {trainer.Decisions} decisions ({trainer.Outside} could not be learned from, {trainer.Dropped} dropped), {trainer.Updates} updates{loss}; it began with {trainer.Began}";
        yield return $"it published {trainer.Published} snapshots and refused {trainer.Refused}{(trainer.LastRefusal is { } refusal ? $", the last: {refusal}" : "")}";
        if (trainer.Problem is { } problem)
            yield return problem;
    }
}
