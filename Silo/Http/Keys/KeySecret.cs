using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ControlPlane.Silo.Http.Keys;

/// <summary>
/// Makes and hashes keys. A key is 256 random bits, so that one SHA-256 without salt is enough: nobody can try 2^256 keys, equal keys do not occur, and a slow hash
/// (PBKDF2, Argon2), which protects passwords that people choose, would only make every request slow.
/// </summary>
internal static class KeySecret
{
    private const string Prefix = "cp_";
    private const int Bytes = 32;
    private static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(Bytes);

    /// <summary>Makes a key.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text could be a key.</summary>
    /// <param name="text">The text.</param>
    public static bool IsPossible(string text) => text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && Ascii.IsValid(text);

    /// <summary>Its hash.</summary>
    /// <param name="secret">The key.</param>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
