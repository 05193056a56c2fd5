namespace ControlPlane.Benchmarks.Published;

/// <summary>One rule on both sides.</summary>
/// <param name="Policy">Name here.</param>
/// <param name="PublishedCpuS">Processor seconds of the published simulator.</param>
/// <param name="CpuS">Processor seconds here.</param>
/// <param name="PublishedJobs">Jobs the published simulator completed.</param>
/// <param name="Jobs">Jobs completed here.</param>
internal sealed record ComparisonRow(string Policy, double PublishedCpuS, double CpuS, long PublishedJobs, long Jobs)
{
    public double Ratio => PublishedCpuS / CpuS;

    public bool SameJobs => PublishedJobs == Jobs;

    public override string ToString() =>
        $"{Policy,-8} published {PublishedCpuS,8:F2} s   ControlPlane {CpuS,7:F4} s   {Ratio,6:F0}x   jobs {PublishedJobs} and {Jobs}: {(SameJobs ? "equal" : "DIFFERENT")}";
}
