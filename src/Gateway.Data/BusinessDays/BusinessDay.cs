namespace Gateway.Data;

/// <summary>How a business day stands.</summary>
/// <param name="IsClosed">Whether it takes no settlement and no reversal any more.</param>
/// <param name="CloseTime">Since when; null while it is open.</param>
public sealed record BusinessDay(bool IsClosed, DateTimeOffset? CloseTime);
