using ControlPlane.Planning.Frontier;

namespace ControlPlane.Core.Tests.Planning.Frontier;

/// <summary>The eight data centres of the published GPU scheduling study, with its training coefficients.</summary>
internal static class PaperFleet
{
    /// <summary>Mean of the log-normal job size, work units.</summary>
    public static readonly double MeanSizeUnits = 50_000 * Math.Exp(0.08);

    /// <summary>Eight ingresses of 0.02 jobs/s.</summary>
    public static readonly double LoadUnitsPerS = 8 * 0.02 * MeanSizeUnits;

    // Name, GPUs, sleep W, power coefficients (cubic, linear, constant), time coefficients (constant, 1/f, per GPU).
    private static readonly (string Name, int Gpus, double SleepW, double[] Power, double[] Time)[] Rows =
    [
        ("us-west", 16, 28, [75, 80, 110], [.0045, .032, .0012]),
        ("us-east", 32, 28, [65, 60, 90], [.0050, .038, .0014]),
        ("eu-west", 256, 25, [55, 40, 70], [.0060, .045, .0018]),
        ("eu-central", 16, 35, [90, 85, 120], [.0042, .030, .0011]),
        ("ap-southeast", 128, 8, [45, 20, 40], [.0065, .060, .0022]),
        ("ap-northeast", 16, 35, [95, 90, 125], [.0040, .029, .0010]),
        ("sa-east", 512, 12, [50, 35, 65], [.0062, .050, .0019]),
        ("me-central", 512, 10, [40, 25, 50], [.0068, .055, .0023]),
    ];

    public static FrontierProblem Problem() => new([.. Rows.Select(row => Site(row.Name, row.Gpus, row.SleepW, row.Power, row.Time))], LoadUnitsPerS, MeanSizeUnits);

    /// <summary>Copies of the fleet's sites, each with other coefficients by up to 20 %, at the paper's load per site.</summary>
    public static FrontierProblem Varied(int siteCount, int seed)
    {
        var random = new Random(seed);
        var sites = new List<FrontierSite>();
        for (int s = 0; s < siteCount; s++)
        {
            var row = Rows[s % Rows.Length];
            double[] Vary(double[] values) => [.. values.Select(value => value * (0.8 + 0.4 * random.NextDouble()))];
            sites.Add(Site($"{row.Name} {s}", random.Next(8, 600), row.SleepW, Vary(row.Power), Vary(row.Time)));
        }

        var problem = new FrontierProblem(sites, 1, MeanSizeUnits);
        return problem with { LoadUnitsPerS = 0.4 * problem.MaxLoadUnitsPerS };
    }

    private static FrontierSite Site(string name, int gpus, double sleepW, double[] power, double[] time)
    {
        var points = new List<OperatingPoint>();
        for (int n = 1; n <= 8; n++)
        {
            for (int level = 0; level < 8; level++)
            {
                double f = (level + 3) / 10.0;
                double powerW = n * (power[0] * f * f * f + power[1] * f + power[2]);
                double secondsPerUnit = n == 1 ? time[0] + time[1] / f : (time[0] + time[1] / f + time[2] * n) / n;
                points.Add(new OperatingPoint(n, level, f, powerW, secondsPerUnit));
            }
        }

        return new FrontierSite(name, gpus, sleepW, points);
    }
}
