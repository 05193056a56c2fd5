using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>
/// Copies a block of a matrix into panels in the order in which the tile kernel reads them: depth by depth, a panel's width side by side, zeros
/// behind the edge.
/// </summary>
internal static class Packing
{
    /// <summary>Packs lines [firstLine, firstLine + lines) at depths [firstDepth, firstDepth + depth); the steps are the distances of neighbours.</summary>
    public static void Pack<T>(T[] source, int lineStep, int depthStep, int firstLine, int lines, int firstDepth, int depth, int width, T[] target)
        where T : unmanaged
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(source);
        ref var to = ref MemoryMarshal.GetArrayDataReference(target);
        for (var line = 0; line < lines; line += width)
        {
            ref var panel = ref Unsafe.Add(ref from, (nint)(firstLine + line) * lineStep + (nint)firstDepth * depthStep);
            var present = Math.Min(width, lines - line);
            if (present < width)
                Unsafe.InitBlockUnaligned(ref Unsafe.As<T, byte>(ref to), 0, (uint)(width * depth * Unsafe.SizeOf<T>()));
            if (lineStep == 1)
                CopyRuns(ref panel, depthStep, depth, present, width, ref to);
            else
                Transpose(ref panel, lineStep, depthStep, depth, present, width, ref to);
            to = ref Unsafe.Add(ref to, (nint)width * depth);
        }
    }

    // Lines lie side by side: every depth is one run.
    private static void CopyRuns<T>(ref T from, int depthStep, int depth, int present, int width, ref T to)
        where T : unmanaged
    {
        var bytes = (uint)(present * Unsafe.SizeOf<T>());
        for (var k = 0; k < depth; k++)
        {
            Unsafe.CopyBlockUnaligned(
                ref Unsafe.As<T, byte>(ref Unsafe.Add(ref to, (nint)k * width)), ref Unsafe.As<T, byte>(ref Unsafe.Add(ref from, (nint)k * depthStep)), bytes);
        }
    }

    // Four lines at a time: reads run along all of them, and writes fill runs of four.
    private static void Transpose<T>(ref T from, int lineStep, int depthStep, int depth, int present, int width, ref T to)
        where T : unmanaged
    {
        var i = 0;
        for (; i + 3 < present; i += 4)
        {
            ref var line0 = ref Unsafe.Add(ref from, (nint)i * lineStep);
            ref var line1 = ref Unsafe.Add(ref line0, lineStep);
            ref var line2 = ref Unsafe.Add(ref line1, lineStep);
            ref var line3 = ref Unsafe.Add(ref line2, lineStep);
            ref var column = ref Unsafe.Add(ref to, i);
            nint at = 0;
            for (var k = 0; k < depth; k++)
            {
                column = Unsafe.Add(ref line0, at);
                Unsafe.Add(ref column, 1) = Unsafe.Add(ref line1, at);
                Unsafe.Add(ref column, 2) = Unsafe.Add(ref line2, at);
                Unsafe.Add(ref column, 3) = Unsafe.Add(ref line3, at);
                column = ref Unsafe.Add(ref column, width);
                at += depthStep;
            }
        }

        for (; i < present; i++)
        {
            ref var line = ref Unsafe.Add(ref from, (nint)i * lineStep);
            for (var k = 0; k < depth; k++)
                Unsafe.Add(ref to, (nint)k * width + i) = Unsafe.Add(ref line, (nint)k * depthStep);
        }
    }
}
