using System.Numerics;

namespace Gateway.Testing.Histories;

/// <summary>A point that the gateway may have reached. Each number is a set: its bits are the members.</summary>
/// <param name="Linearized">Operations of known outcome that have taken their place in the order.</param>
/// <param name="Done">Requests that took effect.</param>
/// <param name="Standing">Requests that made a settlement which was not taken back.</param>
internal readonly record struct Position(BigInteger Linearized, BigInteger Done, BigInteger Standing);
