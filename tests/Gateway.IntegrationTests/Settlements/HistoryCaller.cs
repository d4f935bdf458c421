using System.Security.Cryptography;
using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Gateways;
using Gateway.Testing.Histories;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Settlements;

/// <summary>A subject and its fines as they were first quoted, all outstanding.</summary>
internal sealed record Debtor(Subject Subject, IReadOnlyList<Fine> Fines);

/// <summary>A teller who draws what to do next, again and again. Not thread-safe.</summary>
internal sealed class HistoryCaller(
    GatewayClient client,
    string branch,
    string name,
    Random random,
    IReadOnlyList<Debtor> debtors,
    BranchBook book,
    HistoryRecorder recorder)
{
    private const int ImpatientPercent = 8;
    private const int MostPatienceMilliseconds = 60;

    /// <summary>Works until it is told to stop; the call under way ends first.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await (random.Next(100) switch
            {
                < 35 => SettleAsync(),
                < 65 => ReverseAsync(),
                < 80 => RetryAsync(),
                _ => ReadAsync(Any(Any(debtors).Fines).FineNumber),
            });
        }
    }

    /// <summary>Reads one fine.</summary>
    public Task ReadAsync(string fineNumber) => recorder.RecordAsync(
        Asked(OperationKind.Read, [fineNumber]),
        () => client.Fines.GetFineAsync(
            new GetFineRequest { FineNumber = fineNumber, Counter = Some.Counter(branch) }, deadline: Deadline())
            .ResponseAsync,
        (asked, answer) => asked with { Settled = [.. Settled([answer.Fine])] });

    // One to three fines of a debtor, after an inquiry or as they were quoted long ago.
    private async Task SettleAsync()
    {
        var debtor = Any(debtors);
        var fines = random.Next(3) == 0 ? debtor.Fines : await InquireAsync(debtor);
        if (fines.Count == 0)
            return;

        var request = Some.Settlement(
            debtor.Subject, fines.OrderBy(_ => random.Next()).Take(random.Next(1, 4)));
        request.Counter = Some.Counter(branch);
        await SendFirstAsync(new SentRequest(
            Asked(OperationKind.Settle, [.. request.Items.Select(item => item.FineNumber)]) with
            {
                RequestId = request.RequestId,
            },
            request));
    }

    // A settlement of the branch, its own or another teller's.
    private async Task ReverseAsync()
    {
        if (book.AnySettlement(random) is not { } settlement)
            return;

        var request = new ReverseSettlementRequest
        {
            RequestId = Some.RequestId(),
            Counter = Some.Counter(branch),
            SettlementNumber = settlement.Number,
            Reason = ReversalReason.TellerError,
        };
        await SendFirstAsync(new SentRequest(
            Asked(OperationKind.Reverse, settlement.Fines) with
            {
                RequestId = request.RequestId,
                Reverses = settlement.RequestId,
            },
            request));
    }

    private Task SendFirstAsync(SentRequest request)
    {
        book.Add(request);
        return SendAsync(request);
    }

    private Task RetryAsync() => book.AnyRequest(random) is { } request
        ? SendAsync(request with { Asked = request.Asked with { Caller = name } })
        : Task.CompletedTask;

    private async Task SendAsync(SentRequest request)
    {
        if (request.Message is ReverseSettlementRequest reverse)
        {
            await recorder.RecordAsync(
                request.Asked,
                () => client.Settlements.ReverseSettlementAsync(reverse, deadline: Deadline()).ResponseAsync,
                (asked, answer) => asked with { Answer = Digest(answer) });
            return;
        }

        var made = await recorder.RecordAsync(
            request.Asked,
            () => client.Settlements.SettleFinesAsync(
                (SettleFinesRequest)request.Message, deadline: Deadline()).ResponseAsync,
            (asked, answer) => asked with
            {
                Answer = Digest(answer),
                Settled = [.. answer.Settlement.Items.Select(item => item.FineNumber)],
            });
        if (made is not null)
            book.Add(new MadeSettlement(
                made.Settlement.SettlementNumber, request.Asked.RequestId, request.Asked.Fines));
    }

    // The fines of a debtor that are outstanding. The answer is of one moment, so it is one reading of them all.
    private async Task<IReadOnlyList<Fine>> InquireAsync(Debtor debtor)
    {
        var known = debtor.Fines.Select(fine => fine.FineNumber).ToHashSet();
        var inquiry = new InquireFinesRequest
        {
            Subject = debtor.Subject,
            Counter = Some.Counter(branch),
            IncludeClosed = true,
        };
        var answer = await recorder.RecordAsync(
            Asked(OperationKind.Read, [.. known]),
            () => client.Fines.InquireFinesAsync(inquiry, deadline: Deadline()).ResponseAsync,
            (asked, answer) => asked with { Settled = [.. Settled(answer.Fines).Where(known.Contains)] });
        return [.. answer?.Fines.Where(
            fine => fine.Status == FineStatus.Outstanding && known.Contains(fine.FineNumber)) ?? []];
    }

    private FineOperation Asked(OperationKind kind, IReadOnlyList<string> fines) =>
        new() { Kind = kind, Caller = name, Fines = fines, Start = 0 };

    // Now and then too early for the answer, so that the outcome is unknown.
    private DateTime? Deadline() => random.Next(100) < ImpatientPercent
        ? TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(random.Next(1, MostPatienceMilliseconds))
        : null;

    private T Any<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private static IEnumerable<string> Settled(IEnumerable<Fine> fines) =>
        fines.Where(fine => fine.Status == FineStatus.Settled).Select(fine => fine.FineNumber);

    private static string Digest(IMessage answer) =>
        Convert.ToHexStringLower(SHA256.HashData(answer.ToByteArray()));
}
