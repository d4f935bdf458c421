using System.Globalization;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Cli.Appeals;

/// <summary>Parts of an appeal for people.</summary>
internal static class AppealText
{
    private const int BytesPerKibibyte = 1024;

    /// <summary>Where it stands, and how it ended: <c>under review</c>, <c>decided: partially accepted</c>.</summary>
    public static string Of(AppealStage stage, AppealResult result = AppealResult.Unspecified)
    {
        var words = Spaced(EnumWords.Of(stage));
        return result == AppealResult.Unspecified ? words : $"{words}: {Spaced(EnumWords.Of(result))}";
    }

    /// <summary>Why a citizen appeals.</summary>
    public static string Of(AppealGround ground) => Spaced(EnumWords.Of(ground));

    /// <summary>What was decided about a fine; empty where nothing was.</summary>
    public static string Decision(AppealItem item) => item.Decision switch
    {
        AppealDecision.Unspecified => "",
        AppealDecision.Reduced => $"reduced to {MoneyText.Of(item.NewAmount)}",
        AppealDecision.Cancelled when item.WronglyRecorded => "cancelled, wrongly recorded",
        _ => EnumWords.Of(item.Decision),
    };

    /// <summary>How long there is until a time, or since when it has passed.</summary>
    public static string Due(Timestamp? due, DateTimeOffset now)
    {
        if (due is null)
            return "";
        var left = due.ToDateTimeOffset() - now;
        return left >= TimeSpan.Zero ? $"due in {Span(left)}" : $"overdue since {Span(-left)}";
    }

    /// <summary>A size, e.g. <c>12.5 KiB</c>.</summary>
    public static string Size(int bytes) => bytes < BytesPerKibibyte
        ? $"{bytes} B"
        : string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / BytesPerKibibyte:N1} KiB");

    private static string Span(TimeSpan span) => span switch
    {
        { Days: > 0 } => $"{span.Days} d {span.Hours} h",
        { Hours: > 0 } => $"{span.Hours} h {span.Minutes} min",
        _ => $"{span.Minutes} min",
    };

    private static string Spaced(string word) => word.Replace('-', ' ');
}
