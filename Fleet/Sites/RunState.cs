using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Sites;

/// <summary>Runs in saved states and journalled operations.</summary>
public static class RunState
{
    /// <summary>Writes a run.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="run">The run.</param>
    public static void Write(this StateWriter writer, in Run run)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(run.Item);
        writer.Write(run.Allocation);
        writer.Real(run.SecondsPerUnit);
        writer.Real(run.PowerW);
        writer.Real(run.StartS);
        writer.Real(run.FinishS);
        writer.Count(run.Slot);
        writer.Number(run.Generation);
    }

    /// <summary>Reads a run.</summary>
    /// <param name="reader">Positioned at one.</param>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    public static Run ReadRun(this ref StateReader reader)
    {
        var run = new Run(
            reader.ReadWorkItem(),
            reader.ReadAllocation(),
            reader.Finite(),
            reader.Finite(),
            reader.Finite(),
            reader.Finite(),
            reader.Count(),
            reader.Index());
        if (run.Allocation.Gpus == 0)
            throw reader.Damaged("a run without a GPU");
        return run.SecondsPerUnit > 0 && run.FinishS >= run.StartS
            ? run
            : throw reader.Damaged($"a run from {run.StartS} to {run.FinishS} s at {run.SecondsPerUnit} s a unit");
    }
}
