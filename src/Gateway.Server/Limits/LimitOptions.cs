using System.ComponentModel.DataAnnotations;

namespace Gateway.Server.Limits;

/// <summary>What one call, one caller and all callers together may take.</summary>
internal sealed class LimitOptions
{
    /// <summary>Largest message in bytes, received or sent. Default 4 MiB.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MessageBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Deadline of a call that brings none. Default 30 seconds. A client's stream gets <see cref="MaxDeadline"/>.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest deadline that a call gets, whatever it asks for. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "24:00:00")]
    public TimeSpan MaxDeadline { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the message of a call may take to arrive. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan IntakeTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of messages above 64 KiB that may be on their way in at once. Default 64 MiB.</summary>
    [Range(1024 * 1024, int.MaxValue)]
    public int IntakeBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Calls of all callers under way at once. Default 2000.</summary>
    [Range(1, 1_000_000)]
    public int ConcurrentCalls { get; set; } = 2000;

    /// <summary>Calls a second that one caller may make on average. Default 1000.</summary>
    [Range(1, 1_000_000)]
    public int CallsPerSecondPerCaller { get; set; } = 1000;

    /// <summary>Calls that one caller may make at once beyond its average. Default 2000.</summary>
    [Range(1, 1_000_000)]
    public int BurstPerCaller { get; set; } = 2000;

    /// <summary>Open connections. Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 10_000;

    /// <summary>Streams at once on one connection. Default 100.</summary>
    [Range(1, 100_000)]
    public int StreamsPerConnection { get; set; } = 100;
}
