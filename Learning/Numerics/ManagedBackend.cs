using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ControlPlane.Learning.Numerics.Simd;

namespace ControlPlane.Learning.Numerics;

/// <summary>The backend in managed code: vector kernels on one core, no native library.</summary>
public static class ManagedBackend
{
    /// <summary>The widest vectors of this machine.</summary>
    public static InstructionSet Widest =>
        IsSupported(InstructionSet.Avx512) ? InstructionSet.Avx512 : IsSupported(InstructionSet.Avx2) ? InstructionSet.Avx2 : InstructionSet.Portable;

    /// <summary>Whether this machine has the vectors.</summary>
    /// <param name="set">The vectors.</param>
    public static bool IsSupported(InstructionSet set) => set switch
    {
        InstructionSet.Avx512 => Avx512F.IsSupported && Vector512.IsHardwareAccelerated,
        InstructionSet.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        InstructionSet.Portable => true,
        _ => false,
    };

    /// <summary>Makes a backend with the widest vectors of this machine.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static ITensorBackend<T> Create<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Create<T>(Widest);

    /// <summary>Makes a backend with the vectors asked for.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="set">The vectors.</param>
    /// <exception cref="PlatformNotSupportedException">This machine does not have them.</exception>
    /// <exception cref="NotSupportedException">The element type is neither float nor double.</exception>
    public static ITensorBackend<T> Create<T>(InstructionSet set)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"kernels work with float and double, not with {typeof(T).Name}.");
        if (!IsSupported(set))
            throw new PlatformNotSupportedException($"this machine has no {set} vectors; {Widest} are the widest.");
        return set switch
        {
            InstructionSet.Avx512 => new SimdBackend<T, Vector512<T>, Ops512<T>, Tile8<T, Vector512<T>, Ops512<T>>>(set),
            InstructionSet.Avx2 => new SimdBackend<T, Vector256<T>, Ops256<T>, Tile6<T, Vector256<T>, Ops256<T>>>(set),
            _ => new SimdBackend<T, Vector128<T>, Ops128<T>, Tile6<T, Vector128<T>, Ops128<T>>>(set),
        };
    }
}
