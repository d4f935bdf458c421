namespace Gateway.Data;

/// <summary>The last fine of a page; the next page begins behind it.</summary>
/// <param name="ViolationTime">Its violation time, whole milliseconds.</param>
/// <param name="Id">Its key.</param>
public readonly record struct FineCursor(DateTimeOffset ViolationTime, long Id);
