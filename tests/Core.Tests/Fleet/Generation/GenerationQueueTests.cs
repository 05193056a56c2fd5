using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Generation;

public sealed class GenerationQueueTests
{
    private const double SlotS = 300;
    private const double PatienceS = 60;

    [Theory]
    [InlineData(0.7)]
    [InlineData(1.0)]
    [InlineData(1.15)]
    [InlineData(1.6)]
    public void Many_small_jobs_one_by_one_are_a_fluid(double load)
    {
        const int Gpus = 8;
        const double ServiceS = 0.4;
        var (fifo, fluid) = (new FifoQueue(Gpus, PatienceS), new FluidQueue(Gpus, PatienceS));
        var count = (int)(load * Gpus * SlotS / ServiceS);
        var singly = Enumerable.Range(0, count).Select(i => new QueuedWork(SlotS * (i + 0.5) / count, 1, ServiceS, 100, 10)).ToArray();
        QueuedWork[] together = [new(0, count, ServiceS, 100, 10)];
        for (var slot = 0; slot < 4; slot++)
        {
            var one = new WorkOutcome[count];
            var all = new WorkOutcome[1];
            var (x, y) = (fifo.Run(singly, SlotS, one), fluid.Run(together, SlotS, all));
            Assert.InRange(one.Sum(o => o.OnTime) / count - all[0].OnTime / count, -0.02, 0.02);
            Assert.InRange(one.Sum(o => o.Abandoned) / count - all[0].Abandoned / count, -0.02, 0.02);
            Assert.InRange(x.BusyGpuS / y.BusyGpuS, 0.995, 1.005);
            Assert.InRange(x.BusyJ / y.BusyJ, 0.995, 1.005);
        }
    }

    [Theory]
    [InlineData(QueueKind.Fluid)]
    [InlineData(QueueKind.Fifo)]
    public void No_work_and_no_energy_is_lost_from_slot_to_slot(QueueKind kind)
    {
        var random = new RandomStream(3, "queue");
        IGenerationQueue queue = kind == QueueKind.Fifo ? new FifoQueue(5, PatienceS) : new FluidQueue(5, PatienceS);
        for (var slot = 0; slot < TestScale.Pick(500, 5000); slot++)
        {
            var work = Draw(random);
            var (beforeGpuS, beforeJ) = (queue.BacklogGpuS, queue.BacklogJ);
            var outcomes = new WorkOutcome[work.Length];
            var seen = queue.Preview(work, SlotS, outcomes);
            Assert.Equal((beforeGpuS, beforeJ), (queue.BacklogGpuS, queue.BacklogJ));
            var done = queue.Run(work, SlotS, outcomes);
            Assert.Equal(seen, done);
            Assert.Equal(work.Sum(w => w.Count * w.ServiceS), done.TakenGpuS + done.AbandonedGpuS, 6);
            Assert.Equal(beforeGpuS + done.TakenGpuS, done.BusyGpuS + queue.BacklogGpuS, 6);
            Assert.Equal(beforeJ + done.TakenJ, done.BusyJ + queue.BacklogJ, 4);
            Assert.Equal(done.BacklogGpuS, queue.BacklogGpuS, 6);
            Assert.InRange(done.BusyGpuS, 0, 5 * SlotS * (1 + 1e-12));
            for (var i = 0; i < work.Length; i++)
            {
                var (onTime, late, abandoned) = outcomes[i];
                Assert.Equal(work[i].Count, onTime + late + abandoned, 9);
                Assert.True(Math.Min(Math.Min(onTime, late), abandoned) >= -1e-9);
            }
        }
    }

    [Fact]
    public void Three_jobs_before_one_GPU()
    {
        var queue = new FifoQueue(1, 15);
        var outcomes = new WorkOutcome[4];
        QueuedWork[] work = [new(0, 1, 10, 50, 1), new(2, 1, 10, 50, 7), new(3, 1, 10, 50, 20), new(4, 1, 10, 50, 20)];
        // They would begin at 0, 10, 20 and 30: waits 0, 8, 17 and 26 with a patience of 15, so that the last two are given up.
        var slot = queue.Run(work, 15, outcomes);
        Assert.Equal([new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), new(0, 0, 1)], outcomes);
        Assert.Equal((15, 75, 5), (slot.BusyGpuS, slot.BusyJ, slot.BacklogGpuS));
        Assert.Equal(25, queue.BacklogJ, 9);
    }

    private static QueuedWork[] Draw(RandomStream random)
    {
        var work = new QueuedWork[1 + random.NextBelow(12)];
        for (var i = 0; i < work.Length; i++)
            work[i] = new QueuedWork(SlotS * i / work.Length, 1 + random.NextBelow(60), 0.1 + 9 * random.NextUniform(), 500 * random.NextUniform(), -5 + 65 * random.NextUniform());
        return work;
    }
}
