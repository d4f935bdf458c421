using Gateway.Domain;

namespace Gateway.Server.Sms;

/// <summary>A message to send.</summary>
/// <param name="Number">To whom.</param>
/// <param name="Text">Its text: of one alphabet, at most two segments.</param>
/// <param name="Language">Arabic goes as UCS-2, English as GSM 7-bit (3GPP TS 23.038).</param>
/// <param name="Token">Names the message in delivery reports: 22 characters of base64url, new for each try.</param>
/// <param name="AppealNumber">Number of the appeal.</param>
/// <param name="Sequence">Number of the event in the appeal.</param>
/// <param name="Attempt">Number of the try, from 1.</param>
internal sealed record SmsMessageOut(
    MobileNumber Number,
    string Text,
    SmsLanguage Language,
    string Token,
    string AppealNumber,
    int Sequence,
    int Attempt);
