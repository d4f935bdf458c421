using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A settlement in the post's own books.</summary>
/// <param name="EntryNumber">Place in the post's list, from 1.</param>
/// <param name="SettlementNumber">Its number.</param>
/// <param name="Amount">What the post took for it.</param>
public readonly record struct PostEntry(int EntryNumber, string SettlementNumber, Money Amount);
