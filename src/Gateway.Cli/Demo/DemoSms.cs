using Gateway.Cli.Connection;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Demo;

/// <summary>Waits for the SMS of an appeal's stages, which go out beside the calls.</summary>
internal static class DemoSms
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>The appeal once the SMS of every stage so far was sent.</summary>
    /// <exception cref="DemoException">One was not sent in time.</exception>
    public static async Task<Appeal> SentAsync(GatewaySession session, Appeal appeal, CancellationToken stop)
    {
        var request = new GetAppealRequest { AppealNumber = appeal.AppealNumber, Counter = session.Counter };
        var start = session.Time.GetTimestamp();
        while (true)
        {
            var found = (await session.Client.Appeals.GetAppealAsync(request, cancellationToken: stop)).Appeal;
            if (found.Events.All(stage => stage.Sms is { State: SmsState.Sent or SmsState.Delivered }))
                return found;

            DemoException.Unless(
                session.Time.GetElapsedTime(start) < Patience,
                "The SMS of a stage was not sent. Does the gateway send (Gateway:Sms:Enabled), and is its time not "
                + "quiet?");
            await Task.Delay(Pause, session.Time, stop);
        }
    }

    /// <summary>The SMS of the last stage, for people.</summary>
    public static string Text(Appeal appeal) => $"SMS: {appeal.Events[^1].Sms.Text}";
}
