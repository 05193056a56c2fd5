using System.Buffers.Text;
using System.Text;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>The bytes of a submission of some jobs; only the digits of their ids change from one to the next.</summary>
internal sealed class SubmitRequest
{
    private const int Digits = 10;
    private readonly byte[] _bytes;
    private readonly int[] _idsAt;

    /// <summary>Makes it.</summary>
    /// <param name="target">The node.</param>
    /// <param name="key">An API key; null for none.</param>
    /// <param name="prefix">What ids begin with.</param>
    /// <param name="jobs">Number of jobs: one goes by itself, more as a list.</param>
    public SubmitRequest(Uri target, string? key, string prefix, int jobs)
    {
        var one = $$"""{"id":"{{prefix}}{{new string('0', Digits)}}","sizeUnits":1}""";
        var body = jobs == 1 ? one : $"[{string.Join(',', Enumerable.Repeat(one, jobs))}]";
        var head = RequestBytes.Head("POST", target, "/v1/jobs", key, body.Length);
        _bytes = Encoding.ASCII.GetBytes(head + body);
        var first = head.Length + (jobs == 1 ? 0 : 1) + """{"id":""".Length + 1 + prefix.Length;
        _idsAt = [.. Enumerable.Range(0, jobs).Select(i => first + i * (one.Length + 1))];
    }

    /// <summary>The request for jobs of consecutive numbers; valid until the next call.</summary>
    /// <param name="first">Number of the first job.</param>
    public ReadOnlyMemory<byte> For(long first)
    {
        for (var i = 0; i < _idsAt.Length; i++)
            Utf8Formatter.TryFormat(first + i, _bytes.AsSpan(_idsAt[i], Digits), out _, new System.Buffers.StandardFormat('D', Digits));
        return _bytes;
    }
}
