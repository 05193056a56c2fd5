namespace ControlPlane.Simulation.Signals.Files.Text;

/// <summary>A column that was found.</summary>
/// <param name="Index">Number from 0.</param>
/// <param name="Name">Its name as the file has it.</param>
internal readonly record struct Column(int Index, string Name);
