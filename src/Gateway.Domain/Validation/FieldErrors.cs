namespace Gateway.Domain;

/// <summary>Collects every wrong field of a request, so that all are told at once. Not thread-safe.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> _items = [];

    /// <summary>Whether a field was wrong.</summary>
    public bool Any => _items.Count > 0;

    /// <summary>The wrong fields in the order in which they were found.</summary>
    public IReadOnlyList<FieldError> Items => _items;

    /// <summary>Notes a wrong field.</summary>
    public void Add(string field, string description) => _items.Add(new FieldError(field, description));
}
