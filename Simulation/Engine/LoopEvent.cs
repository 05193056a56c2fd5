using System.Runtime.InteropServices;

namespace ControlPlane.Simulation.Engine;

/// <summary>An entry of the event loop, 32 bytes.</summary>
/// <param name="TimeS">When it is due, seconds.</param>
/// <param name="Order">Insertion number: equal times are served in order of insertion.</param>
/// <param name="Kind">What it is.</param>
/// <param name="A">First argument, as <see cref="LoopEventKind"/> says.</param>
/// <param name="B">Second argument.</param>
/// <param name="C">Third argument.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct LoopEvent(double TimeS, long Order, LoopEventKind Kind, int A, int B, int C);
