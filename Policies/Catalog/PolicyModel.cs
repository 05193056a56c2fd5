using System.Security.Cryptography;

namespace ControlPlane.Policies.Catalog;

/// <summary>
/// The model of a learned policy: the bytes of a snapshot, with a name for tables. What the bytes mean is the policy's affair. Two models with the same bytes are equal.
/// </summary>
public sealed class PolicyModel : IEquatable<PolicyModel>
{
    /// <summary>The most bytes that a model may have: it travels in requests and is kept in journals.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The word for the model that comes with the product.</summary>
    public const string Shipped = "shipped";

    /// <summary>Makes a model.</summary>
    /// <param name="name">A name for tables: the file's, without folders; 1 to 100 characters.</param>
    /// <param name="bytes">The snapshot, 1 to <see cref="MostBytes"/> bytes, which nobody changes from now on.</param>
    /// <exception cref="ArgumentException">The name or the length is out of range.</exception>
    public PolicyModel(string name, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > 100 || name.Any(char.IsControl))
            throw new ArgumentException($"The name of a model must be 1 to 100 characters, not {name.Length} or some that cannot be printed.", nameof(name));
        if (bytes.Length is 0 or > MostBytes)
            throw new ArgumentException($"The model '{name}' must have 1 to {MostBytes} bytes, not {bytes.Length}.", nameof(bytes));
        (Name, Bytes, Digest) = (name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
    }

    /// <summary>The setting by which policies that take a model name it: a file, or the one that comes with the product.</summary>
    public static PolicyParameter Parameter { get; } = new("model", Shipped, "The trained model: a file, or the one that comes with the product.", IsFile: true);

    /// <summary>A name for tables.</summary>
    public string Name { get; }

    /// <summary>The snapshot.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public string Digest { get; }

    /// <inheritdoc/>
    public bool Equals(PolicyModel? other) => other is not null && Digest == other.Digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PolicyModel);

    /// <inheritdoc/>
    public override int GetHashCode() => Digest.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Digest[..12]}, {Bytes.Length} bytes)";
}
