using Gateway.Contracts.V1;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// A history whose steps are taken one after the other: each answer is held against what the laws say, and at last the
/// whole database. Not thread-safe.
/// </summary>
internal sealed class LawRun
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly LawBench _bench;
    private readonly LawScene _scene;
    private readonly LawTally _tally;
    private readonly LawBooks _books;
    private readonly LawModel _model;
    private readonly LawTeller _teller;

    public LawRun(LawBench bench, LawScene scene, LawTally tally)
    {
        _bench = bench;
        _scene = scene;
        _tally = tally;
        _books = new LawBooks(scene);
        _model = new LawModel(_books, scene, bench.Calendar);
        _teller = new LawTeller(
            scene, fine => Task.FromResult(new FineQuote(_books.Fines[fine].Etag, _books.Fines[fine].Due)),
            bench.Calendar);
    }

    /// <summary>Takes the steps.</summary>
    public async Task RunAsync(LawHistory history)
    {
        for (var i = 0; i < history.Steps.Length; i++)
        {
            _bench.Time.Advance(Tick);
            if (await TakeAsync(history.Steps[i]) is { } wrong)
                Assert.Fail($"Step {i + 1}, {history.Steps[i]}:\n{wrong}");
        }

        AssertBooks();
        _tally.Count(_books.Appeals);
        foreach (var (number, appeal) in _books.Appeals.Appeals)
            Assert.Equal(appeal.Wire, await _bench.Gateway.FindAppealAsync(number));
        Assert.Empty(await new Ledger(_bench.Test.Connect).BrokenLawsAsync());
    }

    // What is wrong with the answer; null where nothing is.
    private async Task<string?> TakeAsync(LawStep step)
    {
        switch (step)
        {
            case LaterStep later:
                _bench.Time.Advance(TimeSpan.FromHours(later.Hours));
                return null;
            case ProsecutionStep prosecution:
                Prosecution.Act(_bench.Test, _scene.FirstFineId + prosecution.Fine, prosecution.Act);
                _books.Change(prosecution.Fine, prosecution.Act);
                return null;
            case CloseDayStep:
                var (day, closed) = (_bench.Calendar.Today, _bench.Time.GetUtcNow());
                Prosecution.Close(_bench.Test, day, closed);
                _books.ClosedDays.TryAdd(day, (Prosecution.Name, Timestamp.FromDateTimeOffset(closed)));
                return null;
        }

        var now = _bench.Time.GetUtcNow();
        if (await _teller.WriteAsync(step, now) is not { } request)
            return null;

        var verdict = _model.Judge(request, now);
        var fault = step is CallStep { Fault: var drawn } && request.Message is not ReconcileBusinessDayRequest
            ? drawn
            : CommitFault.None;
        _bench.Faults.Arm(fault);
        var answer = await _bench.Gateway.SendAsync(request);
        // A refusal may come without a COMMIT; then nothing befell it.
        if (_bench.Faults.IsArmed)
            fault = CommitFault.None;
        _bench.Faults.Arm(CommitFault.None);
        _tally.Count(request, answer, fault, verdict.Effect is null);
        return await HoldAsync(request, answer, fault, verdict);
    }

    private async Task<string?> HoldAsync(LawRequest request, LawAnswer answer, CommitFault fault, LawVerdict verdict)
    {
        var expected = fault switch
        {
            CommitFault.FailsBefore => LawAnswer.Unavailable,
            CommitFault.KilledBefore or CommitFault.KilledAfter => LawAnswer.Killed,
            _ => verdict.Outcome,
        };
        if (answer.Outcome != expected)
            return $"{expected} was to be answered, not {answer.Outcome}.\n{verdict.Response}\n{answer.Response}";
        if (answer.Outcome == LawAnswer.Killed)
            await _bench.ReopenAsync();

        var response = answer.IsUnknown
            ? await FindOutAsync(request, isWhole: fault == CommitFault.KilledAfter, verdict)
            : answer.Response;
        if (response is null)
            return answer.Outcome == LawAnswer.Done ? "Nothing was answered." : null;
        if (!verdict.ResponseLike(response)!.ToByteString().Equals(response.ToByteString()))
            return $"Answered was {response}\nand not {verdict.ResponseLike(response)}";

        verdict.Effect?.Invoke(response);
        _teller.Hear(response);
        return null;
    }

    // What would have been answered, where the write took place: whether it did is found out by request id.
    private async Task<IMessage?> FindOutAsync(LawRequest request, bool isWhole, LawVerdict verdict)
    {
        if (verdict.Effect is null)
            return null;
        if (request.Message is SubmitAppealRequest or DecideAppealRequest)
        {
            var kept = await _bench.KeptAsync(request);
            Assert.Equal(isWhole, kept is not null);
            return kept is null ? null : LawResponses.Parse(request, kept);
        }

        if (request.Message is not SettleFinesRequest)
            return isWhole ? verdict.Response : null;

        var found = await _bench.Gateway.FindByRequestAsync(request);
        Assert.Equal(isWhole, found is not null);
        return found is null ? null : new SettleFinesResponse { Settlement = found };
    }

    private void AssertBooks()
    {
        var expected = _books.Lines().ToHashSet();
        var stored = StoredBooks.Lines(_bench.Test, _scene, _bench.Calendar.Today).ToList();
        string[] differences =
        [
            .. expected.Except(stored).Select(line => "missing: " + line),
            .. stored.Where(line => !expected.Contains(line)).Select(line => "too much: " + line),
        ];
        if (differences.Length > 0 || stored.Count != expected.Count)
            Assert.Fail("The database differs from what the laws say:\n" + string.Join('\n', differences));
    }
}
