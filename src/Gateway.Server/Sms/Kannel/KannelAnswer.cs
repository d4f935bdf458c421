using System.Net;

namespace Gateway.Server.Sms.Kannel;

/// <summary>
/// What Kannel's smsbox says to a message that it does not take (Kannel 1.4.5, gw/smsbox.c). It takes one with 202, be
/// it <c>0: Accepted for delivery</c> or <c>3: Queued for later delivery</c>.
/// </summary>
internal static class KannelAnswer
{
    private static readonly (string Text, SmsSending Sending)[] Known =
    [
        ("Not routable", Refused("kannel: no network takes this number")),
        ("Number(s) has/have been denied", Refused("kannel: the number is on a list of numbers not to send to")),
        ("Charset or body misformed", Refused("kannel: the text cannot be sent")),
        ("Empty text", Refused("kannel: the text is empty")),
        ("Temporal failure", TryAgain("kannel: temporal failure")),
        ("Authorization failed", TryAgain("kannel: username or password is wrong, or this address may not send")),
        ("Sender missing", TryAgain("kannel: the sender is missing")),
        ("DLR-URL", TryAgain("kannel: the address for delivery reports is wrong")),
        ("Sending failed", TryAgain("kannel: sending failed")),
    ];

    /// <summary>
    /// A message is refused for good only where the fault is its own; what is wrong with the settings here or there can
    /// be put right. Kannel's own words are not repeated: there may be a number in them.
    /// </summary>
    /// <param name="status">Status other than 202.</param>
    /// <param name="text">Beginning of the answer's text; empty where there was none.</param>
    public static SmsSending Read(HttpStatusCode status, string text) =>
        Known.FirstOrDefault(known => text.StartsWith(known.Text, StringComparison.Ordinal)).Sending
            ?? TryAgain($"kannel: status {(int)status}");

    private static SmsSending Refused(string failure) => new(SmsSendingOutcome.Refused, Failure: failure);

    private static SmsSending TryAgain(string failure) => new(SmsSendingOutcome.TryAgain, Failure: failure);
}
