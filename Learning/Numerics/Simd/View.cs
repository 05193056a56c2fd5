using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>A matrix as a product sees it: element (i, j) is at i · RowStep + j · ColumnStep, so that a transposed one is the same memory.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct View<T>(T[] Data, int Rows, int Columns, int RowStep, int ColumnStep)
    where T : unmanaged
{
    public View<T> Transposed => new(Data, Columns, Rows, ColumnStep, RowStep);
}
