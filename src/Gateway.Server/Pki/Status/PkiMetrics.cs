using System.Diagnostics.Metrics;

namespace Gateway.Server.Pki;

/// <summary>
/// What is left of certificates and lists, and what was done about them, as the meter <c>Gateway.Certificates</c>.
/// Thread-safe.
/// </summary>
internal sealed class PkiMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Gateway.Certificates";

    private readonly Meter _meter;
    private readonly Counter<long> _rotations;
    private readonly Counter<long> _ended;

    /// <summary>Makes the meter.</summary>
    public PkiMetrics(IMeterFactory factory, PkiStatusReader status)
    {
        _meter = factory.Create(MeterName);
        _rotations = _meter.CreateCounter<long>(
            "gateway.certificates.rotations", description: "Changes that came into force, by part.");
        _ended = _meter.CreateCounter<long>(
            "gateway.certificates.ended_connections",
            description: "Connections of callers that may call no more, by why.");
        _meter.CreateObservableGauge(
            "gateway.certificates.days_left",
            () => status.Read().Items.Select(item => new Measurement<double>(
                item.DaysLeft, Tag("kind", item.Kind.ToString()), Tag("name", item.Name), Tag("sha256", item.Sha256))),
            description: "Days until a certificate ends, or the next list is due.");
        _meter.CreateObservableGauge(
            "gateway.certificates.refused",
            () => status.Read().Parts.Select(part => new Measurement<int>(
                part.Kind == PartStateKind.Refused ? 1 : 0, Tag("part", part.Part))),
            description: "Whether the changed files of a part are refused.");
    }

    /// <summary>A changed part came into force.</summary>
    public void Rotated(string part) => _rotations.Add(1, Tag("part", part));

    /// <summary>A connection was ended.</summary>
    public void Ended(string standing) => _ended.Add(1, Tag("standing", standing));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
