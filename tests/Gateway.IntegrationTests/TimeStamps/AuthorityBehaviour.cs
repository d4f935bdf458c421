namespace Gateway.IntegrationTests.TimeStamps;

/// <summary>What an authority under test does when it is asked.</summary>
public enum AuthorityBehaviour
{
    /// <summary>Answers as it should.</summary>
    Good,

    /// <summary>Takes the question and says nothing.</summary>
    Silent,

    /// <summary>Stamps with another nonce.</summary>
    WrongNonce,

    /// <summary>Stamps other bytes.</summary>
    WrongHash,

    /// <summary>Has a certificate that has expired.</summary>
    Expired,

    /// <summary>Refuses the question by its policy.</summary>
    Refusing,

    /// <summary>Answers with bytes that are nothing.</summary>
    Garbage,

    /// <summary>Answers with more than it may.</summary>
    Endless,

    /// <summary>Answers with a page for people.</summary>
    Page,

    /// <summary>Answers that it has failed.</summary>
    Failing,

    /// <summary>Is not there.</summary>
    Down,
}
