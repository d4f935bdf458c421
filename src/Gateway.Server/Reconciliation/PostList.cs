using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Requests;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.Server.Reconciliation;

/// <summary>
/// The post's list of a day as it comes in: the header, then entries, message by message. Keeps none of them; what is
/// wrong with them is gathered and told together. Not thread-safe.
/// </summary>
internal sealed class PostList(IAsyncStreamReader<ReconcileBusinessDayRequest> stream) : IDisposable
{
    /// <summary>Entries of all messages together.</summary>
    public const int MaxEntries = 1_000_000;

    private const int MaxEntriesPerMessage = 5_000;

    // More faults than anybody reads: the list is not one.
    private const int MostFaults = 200;

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly FieldErrors _errors = new();
    private long _piastres;

    /// <summary>Entries so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsGood => !_errors.Any;

    /// <summary>The first message, as the gateway serializes it; once it was read.</summary>
    public byte[] FirstMessage { get; private set; } = [];

    /// <summary>The next message; null after the last.</summary>
    public async Task<ReconcileBusinessDayRequest?> NextAsync(CancellationToken cancellationToken)
    {
        if (!await stream.MoveNext(cancellationToken))
            return null;

        var bytes = stream.Current.ToByteArray();
        _digest.AppendData(SHA256.HashData(bytes));
        if (FirstMessage.Length == 0)
            FirstMessage = bytes;
        return stream.Current;
    }

    /// <summary>Reads the message that has the header.</summary>
    public ReconciliationOrder ReadHeader(ReconcileBusinessDayRequest? message, DateOnly today)
    {
        var header = message?.Header ?? new ReconciliationHeader();
        if (message?.Header is null)
            _errors.Add("header", "is required in the first message");
        RequestFields.CheckRequestId(message?.RequestId ?? "", _errors);
        var date = DateFields.Read(header.BusinessDate, _errors, "header.business_date");
        if (date > today)
            _errors.Add("header.business_date", "must be today in Cairo or earlier");
        var reason = RequestFields.ReadText(
            header.ForceCloseReason, 200, _errors, "header.force_close_reason");
        if (header.ForceClose && !header.Close)
            _errors.Add("header.force_close", "needs close");
        if (header.ForceClose && reason is null or { Length: < 3 })
            _errors.Add("header.force_close_reason", "is required with force_close, 3 to 200 characters");
        return new ReconciliationOrder(
            message?.RequestId ?? "", date, header.Close, header.ForceClose ? reason : null);
    }

    /// <summary>Reads the entries of a message; those that are right.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS, where reading on is of no use.</exception>
    public List<PostEntry> ReadEntries(ReconcileBusinessDayRequest message)
    {
        var entries = new List<PostEntry>(message.Entries?.Entries.Count ?? 0);
        if (message.RequestId.Length > 0)
            _errors.Add("request_id", "stands in the first message only");
        if (message.Entries is null || message.Entries.Entries.Count is 0 or > MaxEntriesPerMessage)
            _errors.Add("entries", "must be 1 to 5,000 in every message after the first");
        else if (Count + message.Entries.Entries.Count > MaxEntries)
            _errors.Add("entries", "must be at most 1,000,000 in all messages together");
        else
            entries.AddRange(message.Entries.Entries.Select(ReadEntry));
        if (_piastres > Money.MaxValue.Piastres)
            _errors.Add("entries", $"must add up to at most {Money.MaxValue} EGP");
        if (_errors.Items.Count >= MostFaults)
            _errors.ThrowIfAny();
        return entries;
    }

    /// <summary>Refuses the list where something was wrong with it.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public void ThrowIfWrong() => _errors.ThrowIfAny();

    /// <summary>SHA-256 over the digests of all messages, once the last was read.</summary>
    public byte[] Sha256() => _digest.GetCurrentHash();

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();

    private PostEntry ReadEntry(ReconciliationEntry entry)
    {
        var path = $"entries[{Count}]";
        Count++;
        RequestFields.CheckRecordNumber(entry.SettlementNumber, _errors, $"{path}.settlement_number");
        var kind = entry.Kind == ReconciliationEntryKind.Unspecified ? EntryKind.Settlement : (EntryKind)entry.Kind;
        if (!Enum.IsDefined(kind))
            _errors.Add($"{path}.kind", "must be SETTLEMENT, APPEAL_FEE or REFUND");
        var amount = MoneyFields.Read(entry.Amount, _errors, $"{path}.amount");
        _piastres += amount.Piastres;
        return new PostEntry(Count, kind, entry.SettlementNumber, amount);
    }
}
