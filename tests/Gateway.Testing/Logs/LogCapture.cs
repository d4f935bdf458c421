using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;

namespace Gateway.Testing.Logs;

/// <summary>Keeps what a gateway logs. A test that expects an error declares its event id. Thread-safe.</summary>
internal sealed class LogCapture : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _events = new();
    private readonly ConcurrentDictionary<int, bool> _declared = new();
    private readonly ConcurrentDictionary<string, bool> _declaredSources = new();

    /// <summary>Everything logged so far, rendered.</summary>
    public IReadOnlyList<string> Lines => [.. _events.Select(Render)];

    /// <inheritdoc />
    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);

    /// <summary>Declares that errors with this event id belong to the test.</summary>
    public void Expect(int eventId) => _declared[eventId] = true;

    /// <summary>Declares that errors of this source belong to the test.</summary>
    public void ExpectFrom(string source) => _declaredSources[source] = true;

    /// <summary>Errors that no test declared.</summary>
    public IReadOnlyList<string> Undeclared() =>
        [.. _events.Where(e => e.Level >= LogEventLevel.Error && !IsDeclared(e)).Select(Render)];

    private bool IsDeclared(LogEvent e) => _declared.ContainsKey(IdOf(e))
        || (e.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: string name }
            && _declaredSources.Keys.Any(declared => name.StartsWith(declared, StringComparison.Ordinal)));

    private static string Render(LogEvent e) =>
        $"{e.Level} {e.RenderMessage(System.Globalization.CultureInfo.InvariantCulture)} {e.Exception}";

    private static int IdOf(LogEvent e) =>
        e.Properties.TryGetValue("EventId", out var value) && value is StructureValue structure
            && structure.Properties.FirstOrDefault(
                p => p.Name == "Id")?.Value is ScalarValue { Value: int id } ? id : 0;
}
