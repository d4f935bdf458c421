using Gateway.Domain;

namespace Gateway.Data;

/// <summary>An entry in the post's own books.</summary>
/// <param name="EntryNumber">Place in the post's list, from 1.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Number">Number of the settlement, the appeal or the refund.</param>
/// <param name="Amount">What the post took or paid out for it.</param>
public readonly record struct PostEntry(int EntryNumber, EntryKind Kind, string Number, Money Amount);
