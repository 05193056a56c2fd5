using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Sites;

/// <content>Saves and loads every slot, live or free, and the order in which free slots will be used again.</content>
internal sealed partial class RunTable
{
    public void Save(StateWriter writer)
    {
        writer.Count(SlotCount);
        for (var slot = 0; slot < SlotCount; slot++)
        {
            writer.Flag(IsLive(slot));
            if (IsLive(slot))
                writer.Write(_runs[slot]);
            else
                writer.Number(_runs[slot].Generation);
        }

        // There are as many of them as free slots.
        for (var slot = _free; slot != None; slot = _runs[slot].Slot)
            writer.Count(slot);
    }

    public static RunTable Load(ref StateReader reader)
    {
        var slotCount = reader.CountOf(2);
        var table = new RunTable { SlotCount = slotCount };
        table._runs = new Run[Math.Max(table._runs.Length, slotCount)];
        for (var slot = 0; slot < slotCount; slot++)
            table.LoadSlot(slot, ref reader);
        table.LoadFree(ref reader);
        return table;
    }

    private void LoadSlot(int slot, ref StateReader reader)
    {
        if (!reader.Flag())
        {
            _runs[slot] = default(Run) with { Generation = reader.Index() };
            return;
        }

        _runs[slot] = reader.ReadRun();
        if (_runs[slot].Slot != slot)
            throw reader.Damaged($"the run of slot {_runs[slot].Slot} in slot {slot}");
        Count++;
    }

    // Links the free slots, first to be used first.
    private void LoadFree(ref StateReader reader)
    {
        var isLinked = new bool[SlotCount];
        var above = None;
        for (var left = SlotCount - Count; left > 0; left--)
        {
            var slot = reader.Count();
            if (slot >= SlotCount || IsLive(slot) || isLinked[slot])
                throw reader.Damaged($"slot {slot} among the free slots");
            isLinked[slot] = true;
            Link(above, slot);
            above = slot;
        }

        Link(above, None);
    }

    private void Link(int above, int slot)
    {
        if (above == None)
            _free = slot;
        else
            _runs[above] = _runs[above] with { Slot = slot };
    }
}
