using System.Runtime.InteropServices;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Planning.Joint.Programs;

/// <summary>Gathers the entries of a column and adds it.</summary>
internal sealed class ColumnWriter(MixedIntegerProgram program, int slots, bool isRelaxed)
{
    private readonly List<(int Row, double Coefficient)> _entries = [];

    /// <summary>An entry in a row, unless the coefficient is 0 or there is no such row.</summary>
    public ColumnWriter In(int row, double coefficient)
    {
        if (row != JointRows.None && coefficient != 0)
            _entries.Add((row, coefficient));
        return this;
    }

    /// <summary>An entry in the row of a slot of a block, unless there is no such block.</summary>
    public ColumnWriter In(int block, int slot, double coefficient) => block == JointRows.None ? this : In(block + slot, coefficient);

    /// <summary>Adds a column for each slot.</summary>
    /// <param name="add">Adds that of a slot and returns it.</param>
    /// <returns>That of the first slot.</returns>
    public int Block(Func<int, int> add)
    {
        var first = add(0);
        for (var t = 1; t < slots; t++)
            add(t);
        return first;
    }

    /// <summary>Adds a number.</summary>
    public int Add(double cost, double lower, double upper, string name)
    {
        var column = program.Linear.AddColumn(cost, lower, upper, CollectionsMarshal.AsSpan(_entries), name);
        _entries.Clear();
        return column;
    }

    /// <summary>Adds what is 0 or 1, or anything between in a relaxation.</summary>
    public int AddBinary(double cost, double lower, double upper, string name)
    {
        if (isRelaxed)
            return Add(cost, lower, upper, name);
        var column = program.AddInteger(cost, lower, upper, CollectionsMarshal.AsSpan(_entries), name);
        _entries.Clear();
        return column;
    }
}
