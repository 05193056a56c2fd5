using System.Numerics;
using System.Runtime.InteropServices;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Checkpoints;

/// <summary>Writes, checks or reads state piece by piece.</summary>
public abstract class StateExchange
{
    private string _path = "";

    /// <summary>Exchanges a part under a name of its own.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="part">The part.</param>
    public void Within(string name, ICheckpointed part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var outer = _path;
        _path = $"{outer}{name}/";
        part.Exchange(this);
        _path = outer;
    }

    /// <summary>Exchanges a matrix.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="matrix">The matrix.</param>
    public void Matrix<T>(string name, Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Piece(_path + name, Kind<T>(), matrix.Rows, matrix.Columns, MemoryMarshal.AsBytes(matrix.Elements));
    }

    /// <summary>Exchanges an array; a shorter or longer one is refused.</summary>
    /// <typeparam name="T">A number, or a struct of numbers.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="elements">The array.</param>
    public void Array<T>(string name, Span<T> elements)
        where T : unmanaged => Piece(_path + name, Kind<T>(), 1, elements.Length, MemoryMarshal.AsBytes(elements));

    /// <summary>Exchanges one number.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public void Value<T>(string name, ref T value)
        where T : unmanaged => Array(name, new Span<T>(ref value));

    /// <summary>Exchanges where a stream of random numbers stands.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="stream">The stream.</param>
    public void Stream(string name, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (s0, s1, s2, s3) = stream.State;
        Span<ulong> words = [s0, s1, s2, s3];
        Array(name, words);
        stream.State = (words[0], words[1], words[2], words[3]);
    }

    /// <summary>Exchanges one piece.</summary>
    /// <param name="name">Full name.</param>
    /// <param name="kind">Type of the elements.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="bytes">The elements; read or written.</param>
    protected abstract void Piece(string name, string kind, int rows, int columns, Span<byte> bytes);

    private static string Kind<T>() => typeof(T).Name;
}
