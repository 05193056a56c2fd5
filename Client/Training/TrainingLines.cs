namespace ControlPlane.Client.Training;

/// <summary>Writes a line at the end of every round: for logs.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="training">What is trained.</param>
internal sealed class TrainingLines(TextWriter writer, ITraining training) : ITrainingView
{
    public T Show<T>(Func<Action<SeedStatus>, T> work)
    {
        var shown = new Dictionary<long, int>();
        return work(status =>
        {
            if (status.Stage == SeedStage.Waiting || shown.GetValueOrDefault(status.Seed) == status.Round)
                return;
            shown[status.Seed] = status.Round;
            writer.WriteLine(TrainingText.Line(status, training));
        });
    }
}
