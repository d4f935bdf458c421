using System.Collections.Concurrent;
using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// A history whose steps are taken by several callers at once. Which answers come is open; what was answered has to be
/// in the database, once, and what was not answered whole or absent (laws 1 to 3, 5, 7, 8, 10 and 11).
/// </summary>
internal sealed class ConcurrentRun
{
    private const int Callers = 4;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly LawBench _bench;
    private readonly LawScene _scene;
    private readonly LawTeller _teller;
    private readonly ConcurrentQueue<(LawRequest Request, LawAnswer Answer)> _answers = [];

    public ConcurrentRun(LawBench bench, LawScene scene)
    {
        _bench = bench;
        _scene = scene;
        _teller = new LawTeller(scene, QuoteAsync, bench.Calendar);
    }

    /// <summary>Takes the steps, each caller those that fall to it in turn.</summary>
    public async Task RunAsync(LawHistory history)
    {
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = caller; i < history.Steps.Length; i += Callers)
                await TakeAsync(history.Steps[i]);
        })));
        _bench.Faults.Arm(CommitFault.None);
        await AbandonUnansweredAsync();

        Assert.Empty(await new Ledger(_bench.Test.Connect).BrokenLawsAsync());
        foreach (var answers in _answers.GroupBy(sent => sent.Request.Key))
            await AssertRequestAsync([.. answers]);
        AssertReversedOnce();
        var moves = StoredAppeals.Moves(_bench.Test, _scene);
        Assert.Equal(moves.Answers, moves.Events);
    }

    private async Task TakeAsync(LawStep step)
    {
        _bench.Time.Advance(Tick);
        switch (step)
        {
            case LaterStep later:
                _bench.Time.Advance(TimeSpan.FromHours(later.Hours));
                return;
            case ProsecutionStep prosecution:
                Prosecution.Act(_bench.Test, _scene.FirstFineId + prosecution.Fine, prosecution.Act);
                return;
        }

        if (await _teller.WriteAsync(step, _bench.Time.GetUtcNow()) is not { } request)
            return;
        // Whichever write comes next meets it; here nobody is told that the gateway was killed but by silence.
        if (step is CallStep { Fault: not CommitFault.None } befallen)
            _bench.Faults.Arm(befallen.Fault);
        await SendAsync(request);
    }

    private async Task SendAsync(LawRequest request)
    {
        var answer = await _bench.Gateway.SendAsync(request);
        _teller.Hear(answer.Response);
        _answers.Enqueue((request, answer));
        // Who is refused looks at the appeal again.
        if (answer.Outcome != LawAnswer.Done && request.AppealNumber is { } number
            && await _bench.Gateway.FindAppealAsync(number) is { } appeal)
            _teller.Hear(appeal);
    }

    // As the contract tells callers to do before money goes back.
    private async Task AbandonUnansweredAsync()
    {
        foreach (var (request, _) in _answers.Where(sent => sent.Answer.IsUnknown).ToList())
        {
            if (request.Message is SettleFinesRequest settle)
                await SendAsync(request with
                {
                    Messages =
                    [
                        new AbandonSettlementRequest { RequestId = request.RequestId, Counter = settle.Counter },
                    ],
                });
        }
    }

    // All answers to one request id of one caller.
    private async Task AssertRequestAsync(IReadOnlyList<(LawRequest Request, LawAnswer Answer)> sent)
    {
        var done = sent.Where(one => one.Answer.Outcome == LawAnswer.Done).ToList();
        var made = done.Where(one => one.Request.Message is not AbandonSettlementRequest).ToList();
        Assert.True(
            made.DistinctBy(one => one.Request.Identity).Count() <= 1, $"Two requests with one id: {Tell()}");
        Assert.True(
            made.DistinctBy(one => one.Answer.Response!.ToByteString()).Count() <= 1,
            $"One request with two answers: {Tell()}");

        var outcomes = done.Select(one => one.Answer.Response).OfType<AbandonSettlementResponse>().ToList();
        var abandoned = outcomes.Select(outcome => outcome.Abandonment).OfType<Abandonment>().ToList();
        Assert.True(abandoned.Count == 0 || (made.Count == 0 && abandoned.Distinct().Count() == 1
            && abandoned.Count == outcomes.Count), $"Abandoned and carried out: {Tell()}");
        var kept = await _bench.KeptAsync(sent[0].Request);
        if (made.Count > 0)
            Assert.Equal(made[0].Answer.Response!.ToByteArray(), kept);
        if (abandoned.Count > 0)
            Assert.Equal(new AbandonSettlementResponse { Abandonment = abandoned[0] }.ToByteArray(), kept);

        var found = await _bench.Gateway.FindByRequestAsync(sent[0].Request);
        Assert.True(abandoned.Count == 0 || found is null, $"Abandoned, with a settlement: {Tell()}");
        var told = outcomes.Select(outcome => outcome.Settlement)
            .Concat(made.Select(one => (one.Answer.Response as SettleFinesResponse)?.Settlement)).OfType<Settlement>();
        Assert.All(told, settlement => Assert.Equal(Plain(settlement), Plain(found!)));
        foreach (var reversal in made.Select(one => one.Answer.Response).OfType<ReverseSettlementResponse>())
            Assert.Equal(
                reversal.Settlement, await _bench.Gateway.FindByNumberAsync(reversal.Settlement.SettlementNumber));

        string Tell() => string.Concat(sent.Select(one => $"\n{one.Request}\n  {one.Answer}"));
    }

    private void AssertReversedOnce()
    {
        var reversals = _answers.Select(sent => sent.Answer.Response).OfType<ReverseSettlementResponse>()
            .Select(response => response.Settlement).Distinct().ToList();

        Assert.Distinct(reversals.Select(settlement => settlement.SettlementNumber));
    }

    private async Task<FineQuote> QuoteAsync(int fine)
    {
        var found = await _bench.Database.ReadAsync(
            session => new FineStore(session).FindByNumberAsync(_scene.FineNumber(fine), default), default);
        return new FineQuote(found!.Etag, found.AmountDue);
    }

    private static Settlement Plain(Settlement settlement)
    {
        var plain = settlement.Clone();
        plain.Reversal = null;
        return plain;
    }
}
