using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Journal;

public sealed class OperationBufferTests
{
    [Fact]
    public void Operations_are_replayed_whole_and_in_order()
    {
        var buffer = Filled("one", "", "three");
        var target = new TextList();
        Assert.Equal(3, OperationBuffer.ReplayAll(buffer.Bytes.Span, target));
        Assert.Equal(["one", "", "three"], target.Texts);
        Assert.Equal(3, buffer.Count);
    }

    [Fact]
    public void Operation_that_is_still_open_is_not_among_the_operations()
    {
        var buffer = Filled("closed");
        var before = buffer.Bytes.ToArray();
        buffer.Open().Text("open");
        Assert.Equal((1, Convert.ToHexString(before)), (buffer.Count, Convert.ToHexString(buffer.Bytes.Span)));
        buffer.Close();
        Assert.Equal(2, OperationBuffer.ReplayAll(buffer.Bytes.Span, new TextList()));
    }

    [Fact]
    public void Cleared_buffer_holds_nothing_and_takes_operations_again()
    {
        var buffer = Filled("old", "older");
        buffer.Clear();
        Assert.Equal((0, true), (buffer.Count, buffer.Bytes.IsEmpty));
        Assert.Equal(0, OperationBuffer.ReplayAll(buffer.Bytes.Span, new TextList()));
        Add(buffer, "new");
        var target = new TextList();
        OperationBuffer.ReplayAll(buffer.Bytes.Span, target);
        Assert.Equal(["new"], target.Texts);
    }

    [Fact]
    public void Operations_are_opened_and_closed_in_turn()
    {
        var buffer = new OperationBuffer();
        Assert.Throws<InvalidOperationException>(buffer.Close);
        buffer.Open();
        Assert.Throws<InvalidOperationException>(() => buffer.Open());
    }

    [Fact]
    public void Operation_that_its_machine_does_not_read_to_the_end_is_refused()
    {
        var buffer = new OperationBuffer();
        var operation = buffer.Open();
        operation.Text("text");
        operation.Byte(0);
        buffer.Close();
        Assert.Throws<InvalidDataException>(() => OperationBuffer.ReplayAll(buffer.Bytes.Span, new TextList()));
    }

    [Fact]
    public void Operations_that_are_cut_or_damaged_give_whole_operations_and_then_an_error()
    {
        var buffer = Filled("alpha", "beta", "gamma");
        var mutator = new ByteMutator(new RandomStream(4, "operations/damage"));
        for (var length = 0; length < buffer.Bytes.Length; length++)
        {
            var target = new TextList();
            var thrown = Record.Exception(() => OperationBuffer.ReplayAll(buffer.Bytes.Span[..length], target));
            var whole = length switch { < 7 => 0, < 13 => 1, _ => 2 };
            Assert.Equal(whole, target.Texts.Count);
            Assert.Equal(length is 0 or 7 or 13, thrown is null);
        }

        for (var left = TestScale.Pick(5_000, 100_000); left > 0; left--)
        {
            var damaged = mutator.Mutate(buffer.Bytes.Span);
            var thrown = Record.Exception(() => OperationBuffer.ReplayAll(damaged, new TextList()));
            Assert.True(thrown is null or InvalidDataException, thrown?.ToString());
        }
    }

    private static OperationBuffer Filled(params string[] texts)
    {
        var buffer = new OperationBuffer();
        Array.ForEach(texts, text => Add(buffer, text));
        return buffer;
    }

    private static void Add(OperationBuffer buffer, string text)
    {
        buffer.Open().Text(text);
        buffer.Close();
    }

    private sealed class TextList : IJournalled
    {
        public List<string> Texts { get; } = [];

        public void Save(StateWriter writer) => Texts.ForEach(writer.Text);

        public void Load(ref StateReader reader) => throw new NotSupportedException();

        public void Replay(ref StateReader reader) => Texts.Add(reader.Text());
    }
}
