using System.Runtime.InteropServices;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Solvers.Protocol;

/// <summary>Contents of frames as bytes and back. Host and child are the same build on the same machine.</summary>
internal static class Codec
{
    private const long NoNodes = -1;

    public static byte[] Encode(FlatProgram program) => Bytes(writer =>
    {
        foreach (var numbers in new[] { program.Costs, program.Lowers, program.Uppers, program.RowLowers, program.RowUppers, program.Coefficients, program.Start })
            Write<double>(writer, numbers);
        foreach (var numbers in new[] { program.Starts, program.Rows, program.Integers }) Write<int>(writer, numbers);
        writer.Write(program.TimeLimitS);
        writer.Write(program.RelativeGap);
        writer.Write(program.AbsoluteGap);
    });

    public static byte[] Encode(RawProgress progress) => Bytes(writer =>
    {
        writer.Write(progress.Incumbent);
        writer.Write(progress.Bound);
        writer.Write(progress.Nodes ?? NoNodes);
    });

    public static byte[] Encode(RawSolution solution) => Bytes(writer =>
    {
        writer.Write((int)solution.Status);
        writer.Write(solution.Values is not null);
        Write<double>(writer, solution.Values ?? []);
        writer.Write(solution.Bound);
        writer.Write(solution.Nodes ?? NoNodes);
        writer.Write(solution.Message ?? "");
    });

    public static FlatProgram Program(byte[] content) => Read(content, reader => new FlatProgram
    {
        // In the order in which they were written.
        Costs = Numbers<double>(reader),
        Lowers = Numbers<double>(reader),
        Uppers = Numbers<double>(reader),
        RowLowers = Numbers<double>(reader),
        RowUppers = Numbers<double>(reader),
        Coefficients = Numbers<double>(reader),
        Start = Numbers<double>(reader),
        Starts = Numbers<int>(reader),
        Rows = Numbers<int>(reader),
        Integers = Numbers<int>(reader),
        TimeLimitS = reader.ReadDouble(),
        RelativeGap = reader.ReadDouble(),
        AbsoluteGap = reader.ReadDouble(),
    });

    public static RawProgress Progress(byte[] content) => Read(content, reader => new RawProgress(reader.ReadDouble(), reader.ReadDouble(), Nodes(reader)));

    public static RawSolution Solution(byte[] content) => Read(content, reader =>
    {
        var status = (MixedIntegerStatus)reader.ReadInt32();
        var hasValues = reader.ReadBoolean();
        var values = Numbers<double>(reader);
        var solution = new RawSolution { Status = status, Values = hasValues ? values : null, Bound = reader.ReadDouble(), Nodes = Nodes(reader) };
        return solution with { Message = reader.ReadString() is { Length: > 0 } message ? message : null };
    });

    private static long? Nodes(BinaryReader reader) => reader.ReadInt64() is var nodes and not NoNodes ? nodes : null;

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static T Read<T>(byte[] content, Func<BinaryReader, T> read)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(content));
            return read(reader);
        }
        catch (Exception error) when (error is EndOfStreamException or IOException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("it said something that cannot be read", error);
        }
    }

    private static void Write<T>(BinaryWriter writer, T[] numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(numbers));
    }

    private static T[] Numbers<T>(BinaryReader reader)
        where T : unmanaged
    {
        var count = reader.ReadInt32();
        var left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (count < 0 || (long)count * Marshal.SizeOf<T>() > left) throw new InvalidDataException("it said something that cannot be read");
        var numbers = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
