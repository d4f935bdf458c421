using System.ComponentModel.DataAnnotations;
using Gateway.Server.Sms.Kannel;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Sms;

/// <summary>SMS about the stages of appeals.</summary>
internal sealed class SmsOptions
{
    /// <summary>The way to the networks: <c>Spool</c> (files) or <c>Kannel</c>. Default <c>Spool</c>.</summary>
    [EnumDataType(typeof(SmsProviderKind))]
    public SmsProviderKind Provider { get; set; } = SmsProviderKind.Spool;

    /// <summary>Whether this gateway sends at all; another one over the same database may. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often the outbox is looked at while nothing is due. Default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Messages that this gateway sends at once. Default 32.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; set; } = 32;

    /// <summary>How long one try may take. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:02:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a message is this gateway's before another one may take it over; at least three times the time of a
    /// try. Default 60 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Tries before a message counts as failed. Default 12.</summary>
    [Range(1, 1000)]
    public int MaxAttempts { get; set; } = 12;

    /// <summary>
    /// Longest wait before the second try; it doubles from try to try, and the wait is a random half to all of it.
    /// Default 10 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait does not grow beyond this. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Messages a day in Cairo to one number; more wait until the next day. Default 20.</summary>
    [Range(1, 100_000)]
    public int DailyPerNumber { get; set; } = 20;

    /// <summary>Messages a day in Cairo about one appeal; more wait until the next day. Default 10.</summary>
    [Range(1, 100_000)]
    public int DailyPerAppeal { get; set; } = 10;

    /// <summary>From this time in Cairo nothing is sent. Default none.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>Until this time in Cairo; may be on the next day. Default none.</summary>
    public TimeOnly? QuietUntil { get; set; }

    /// <summary>Kannel, where it is the provider.</summary>
    [ValidateObjectMembers]
    public KannelOptions Kannel { get; set; } = new();

    /// <summary>What the attributes cannot say.</summary>
    public IEnumerable<string> Faults()
    {
        if (Lease < 3 * SendTimeout)
            yield return "Gateway:Sms:Lease is less than three times Gateway:Sms:SendTimeout.";
        if (LongestBackOff < FirstBackOff)
            yield return "Gateway:Sms:LongestBackOff is less than Gateway:Sms:FirstBackOff.";
        if (QuietFrom is null != QuietUntil is null)
            yield return "Gateway:Sms:QuietFrom and Gateway:Sms:QuietUntil go together.";
        if (QuietFrom is { } from && from == QuietUntil)
            yield return "Gateway:Sms:QuietFrom and Gateway:Sms:QuietUntil are the same time.";
        if (Provider != SmsProviderKind.Kannel)
            yield break;
        foreach (var fault in Kannel.Faults(SendTimeout))
            yield return fault;
    }
}

/// <summary>The ways to the networks.</summary>
internal enum SmsProviderKind
{
    /// <summary>One file a message in the data directory.</summary>
    Spool,

    /// <summary>The Kannel SMS gateway.</summary>
    Kannel,
}
