namespace Gateway.Evidence;

/// <summary>
/// Gives the signer of a moment, as signing keys are replaced while answers are signed. Whoever takes one disposes of it
/// once it has signed; the key behind it stays whole until then. Thread-safe.
/// </summary>
/// <param name="now">The moment.</param>
public delegate IBatchSigner BatchSignerSource(DateTimeOffset now);
