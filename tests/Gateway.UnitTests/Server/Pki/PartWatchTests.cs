using Gateway.Server.Pki;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.UnitTests.Server.Pki;

public sealed class PartWatchTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _taken = [];
    private readonly PartWatch _part;
    private string _fault = "";

    public PartWatchTests()
    {
        var folder = Path.GetDirectoryName(_file)!;
        var name = Path.GetFileName(_file);
        _part = new PartWatch(
            "part", () => FileSnapshot.Read(folder, [name]), Take,
            new RotationTiming(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)));
        Write("first");
        _part.Begin(_time.GetUtcNow());

        void Take(FileSnapshot files)
        {
            var content = System.Text.Encoding.UTF8.GetString(files.Bytes(name).Span);
            if (_fault.Length > 0)
                throw new InvalidDataException(_fault);
            _taken.Add(content);
        }
    }

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Look_NothingChanged_TakesNothing()
    {
        var isChanged = LookAfter(1);

        Assert.False(isChanged);
        Assert.Equal(["first"], _taken);
    }

    [Fact]
    public void Look_Changed_IsTakenOnceItIsAtRest()
    {
        Write("second");

        var seen = LookAfter(1);
        var soon = LookAfter(0.1);
        var atRest = LookAfter(0.2);

        Assert.Equal((false, false, true), (seen, soon, atRest));
        Assert.Equal(["first", "second"], _taken);
        Assert.Equal(PartStateKind.InForce, _part.State.Kind);
    }

    [Fact]
    public void Look_StillBeingWritten_IsNotTaken()
    {
        for (var length = 1; length <= 10; length++)
        {
            Write(new string('x', length));
            Assert.False(LookAfter(0.3));
        }

        Assert.True(LookAfter(0.3));
        Assert.Equal(["first", "xxxxxxxxxx"], _taken);
    }

    [Fact]
    public void Look_CannotBeUsed_IsWaitedForAndThenRefused()
    {
        (_fault, _) = ("the key is another's", Write("second"));

        LookAfter(1);
        LookAfter(1);
        var early = _part.State;
        for (var seconds = 0; seconds < 12; seconds++)
            LookAfter(1);

        Assert.Equal((PartStateKind.Waiting, _fault), (early.Kind, early.Detail));
        Assert.Equal((PartStateKind.Refused, _fault), (_part.State.Kind, _part.State.Detail));
        Assert.Equal(["first"], _taken);
    }

    [Fact]
    public void Look_RefusedAndThenAsBefore_IsInForceAgain()
    {
        (_fault, _) = ("broken", Write("second"));
        for (var seconds = 0; seconds < 20; seconds++)
            LookAfter(1);

        Write("first");
        var isChanged = LookAfter(1);

        Assert.False(isChanged);
        Assert.Equal(PartStateKind.InForce, _part.State.Kind);
        Assert.False(_part.IsDue);
    }

    [Fact]
    public void Look_RefusedAndMendedByTimeAlone_IsTaken()
    {
        (_fault, _) = ("not valid yet", Write("second"));
        for (var seconds = 0; seconds < 20; seconds++)
            LookAfter(1);

        _fault = "";
        var isTaken = Enumerable.Range(0, 6).Select(_ => LookAfter(1)).ToList();

        Assert.Contains(true, isTaken);
        Assert.Equal(["first", "second"], _taken);
    }

    [Fact]
    public void Begin_CannotBeUsed_Throws()
    {
        _fault = "broken";

        var refused = Assert.Throws<InvalidDataException>(() => _part.Begin(_time.GetUtcNow()));

        Assert.Equal("broken", refused.Message);
    }

    private bool Write(string content)
    {
        File.WriteAllText(_file, content);
        return true;
    }

    private bool LookAfter(double seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return _part.Look(_time.GetUtcNow());
    }
}
