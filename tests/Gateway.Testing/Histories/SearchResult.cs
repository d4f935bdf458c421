namespace Gateway.Testing.Histories;

/// <summary>A moment at which every operation was answered, but for those that never will be.</summary>
/// <param name="Event">The first event after it.</param>
/// <param name="Positions">All that the operations before may have led to.</param>
/// <param name="Open">Operations of unknown outcome that may still take effect.</param>
internal sealed record RestingPoint(int Event, IReadOnlyCollection<Position> Positions, IReadOnlyList<int> Open);

/// <summary>How a search ended.</summary>
/// <param name="Rests">The resting points that were passed, where the search began first.</param>
/// <param name="Unexplained">The first operation whose answer no order explains; null where there is none.</param>
/// <param name="GivenUp">Whether there was too much to search.</param>
internal sealed record SearchResult(IReadOnlyList<RestingPoint> Rests, int? Unexplained, bool GivenUp);
