using System.Numerics;

namespace ControlPlane.Learning.Numerics;

/// <summary>Matrices side by side in one: what a network takes that sees several things at once.</summary>
internal static class SideBySide
{
    /// <summary>Copies a block to where it stands in the whole.</summary>
    public static void Put<T>(Matrix<T> block, Matrix<T> whole, int firstColumn)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        block.RequireShape(whole.Rows, block.Columns);
        for (var row = 0; row < whole.Rows; row++)
            block.Row(row).CopyTo(whole.Row(row)[firstColumn..]);
    }

    /// <summary>Copies a block of the whole out of it.</summary>
    public static void Take<T>(Matrix<T> whole, int firstColumn, Matrix<T> block)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        block.RequireShape(whole.Rows, block.Columns);
        for (var row = 0; row < whole.Rows; row++)
            whole.Row(row).Slice(firstColumn, block.Columns).CopyTo(block.Row(row));
    }
}
