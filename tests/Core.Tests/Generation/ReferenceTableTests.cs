namespace ControlPlane.Core.Tests.Generation;

/// <summary>The reference table of aigc-energy.md, section 8: utility in USD a day and share of violations, means over a few days of another implementation.</summary>
public sealed class ReferenceTableTests
{
    private const double UsdTolerance = 8;
    private const double ShareTolerance = 0.03;

    private static readonly (string Policy, double Usd, double Share)[] Normal =
    [
        ("local:steps=30", -12.1, 0.56), ("random", 10.3, 0.41), ("local:steps=10", 64.5, 0), ("round-robin:steps=18", 116, 0.04), ("local:steps=18", 118.1, 0.05),
        ("least-loaded:steps=18", 124.9, 0),
    ];

    private static readonly (string Policy, double Usd, double Share)[] Hard =
    [
        ("local:steps=30", -108.7, 0.934), ("random", -86.2, 0.825), ("least-loaded:steps=18", -45.3, 0.7), ("local:steps=18", -41.8, 0.69), ("local:steps=10", 41.1, 0.15),
        ("least-loaded:steps=10", 59.5, 0.03),
    ];

    [Fact]
    public void Normal_setting_comes_out_as_the_table_has_it() => Check(isHard: false, Normal, oracleUsd: 132.6);

    [Fact]
    public void Hard_setting_comes_out_as_the_table_has_it() => Check(isHard: true, Hard, oracleUsd: 88.1);

    // Random loads of a heavily overloaded system differ most: the hard setting's random rule gets a wider margin.
    private static void Check(bool isHard, (string Policy, double Usd, double Share)[] table, double oracleUsd)
    {
        var days = TestScale.Pick(5, 20);
        var found = table.Select(row => Mean(isHard, row.Policy, days)).ToArray();
        for (var i = 0; i < table.Length; i++)
        {
            var wide = table[i].Policy == "random" ? 1.6 : 1;
            Assert.InRange(found[i].Usd, table[i].Usd - wide * UsdTolerance, table[i].Usd + wide * UsdTolerance);
            Assert.InRange(found[i].Share, table[i].Share - ShareTolerance, table[i].Share + ShareTolerance);
        }

        // Rows that are nearer to each other than the margins say nothing about an order.
        for (var i = 0; i + 1 < table.Length; i++)
        {
            if (table[i + 1].Usd - table[i].Usd > 4)
                Assert.True(found[i].Usd < found[i + 1].Usd, $"{table[i].Policy} earned {found[i].Usd}, {table[i + 1].Policy} {found[i + 1].Usd}");
        }

        var oracle = Mean(isHard, "greedy", days);
        Assert.InRange(oracle.Share, 0, 0.005);
        Assert.InRange(oracle.Usd, oracleUsd, oracleUsd * 1.2);
        Assert.True(oracle.Usd > found.Max(f => f.Usd));
    }

    private static (double Usd, double Share) Mean(bool isHard, string policy, int days)
    {
        var results = Enumerable.Range(1, days).Select(day => TestDays.Run(TestDays.Bare(isHard, day), policy, day)).ToArray();
        Assert.All(results, r => Assert.Equal(0, r.Replaced));
        return (results.Average(r => r.UtilityUsd), results.Average(r => r.ViolationShare));
    }
}
