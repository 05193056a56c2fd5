namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>What kernels need of a vector type. Static, so that the compiler makes straight code of every kernel for every width.</summary>
internal interface IVectorOps<T, TVector>
    where T : unmanaged
    where TVector : struct
{
    static abstract int Count { get; }

    static abstract TVector Load(ref T source, nuint offset);

    static abstract void Store(TVector vector, ref T target, nuint offset);

    static abstract TVector All(T value);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a b + c.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    static abstract TVector Min(TVector a, TVector b);

    static abstract TVector Max(TVector a, TVector b);

    static abstract TVector Root(TVector a);

    static abstract TVector Exponential(TVector a);

    /// <summary>value where gate is above zero, else zero.</summary>
    static abstract TVector Gate(TVector gate, TVector value);

    static abstract T Sum(TVector a);
}
