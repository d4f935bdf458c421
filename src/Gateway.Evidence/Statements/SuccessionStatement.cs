using System.Globalization;
using System.Text;

namespace Gateway.Evidence;

/// <summary>
/// The first statement of a log that came after one that was lost: which log that was, and the last head that is known
/// of it. One JSON object on one line like a <see cref="Statement"/>, of a type of its own. Immutable; thread-safe.
/// </summary>
public sealed record SuccessionStatement
{
    /// <summary>Value of the first member.</summary>
    public const string Type = "traffic-gateway-succession/v1";

    /// <summary>Origin of the new log.</summary>
    public required string Gateway { get; init; }

    /// <summary>Origin of the log that was lost.</summary>
    public required string Predecessor { get; init; }

    /// <summary>How many entries are known to have been in it.</summary>
    public required long PredecessorSize { get; init; }

    /// <summary>Its root at that size, lower-case hex.</summary>
    public required string PredecessorRoot { get; init; }

    /// <summary>When the new log was begun. Written in UTC and cut to milliseconds.</summary>
    public required DateTimeOffset BeginTime { get; init; }

    /// <summary>Writes the line, without a line end.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.StatementCanonical"/>: a member is not of its
    /// form.</exception>
    public byte[] ToBytes()
    {
        Require(LogOrigin.IsValid(Gateway), "gateway is not a log's origin");
        Require(LogOrigin.IsValid(Predecessor), "predecessor is not a log's origin");
        Require(PredecessorSize >= 0, "predecessor_size is negative");
        Require(Hex.IsLower(PredecessorRoot, Hex.DigestBytes), "predecessor_root is not 32 bytes in lower-case hex");
        var time = BeginTime.UtcDateTime.ToString(StatementWriter.TimeFormat, CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"type\":\"{Type}\",\"gateway\":\"{Gateway}\",\"predecessor\":\"{Predecessor}\","
            + $"\"predecessor_size\":{PredecessorSize},\"predecessor_root\":\"{PredecessorRoot}\","
            + $"\"begin_time\":\"{time}\"}}"));
    }

    /// <summary>Reads a line, and refuses it unless <see cref="ToBytes"/> of what was read gives the same
    /// bytes.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.StatementCanonical"/>.</exception>
    public static SuccessionStatement Parse(ReadOnlySpan<byte> line)
    {
        var cursor = new StatementCursor(line);
        cursor.Expect("{\"type\":\"traffic-gateway-succession/v1\""u8);
        var statement = new SuccessionStatement
        {
            Gateway = cursor.Text(",\"gateway\":"u8),
            Predecessor = cursor.Text(",\"predecessor\":"u8),
            PredecessorSize = cursor.LongNumber(",\"predecessor_size\":"u8),
            PredecessorRoot = cursor.Text(",\"predecessor_root\":"u8),
            BeginTime = StatementParser.Time(cursor.Text(",\"begin_time\":"u8)),
        };
        cursor.Expect("}"u8);
        cursor.ExpectEnd();
        Require(line.SequenceEqual(statement.ToBytes()), "it is not written canonically");
        return statement;
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw StatementCursor.Refused(problem);
    }
}
