using System.Globalization;
using Gateway.Data;
using Gateway.Domain;

namespace Gateway.Server.Sms;

/// <summary>
/// What the citizen is told at each stage: one alphabet, at most two segments. Neither plate nor national id, and not
/// the public note, in which there might be one.
/// </summary>
internal static class SmsTexts
{
    /// <summary>The most segments of a text.</summary>
    public const int MaxSegments = 2;

    /// <summary>The text for a stage, in the language of the appellant.</summary>
    public static string Of(SmsDue due) => due.Language == SmsLanguage.Arabic ? InArabic(due) : InEnglish(due);

    private static string InArabic(SmsDue due) => due.Stage switch
    {
        AppealStage.Submitted => $"تم تسجيل تظلمكم رقم {due.AppealNumber} لدى نيابة المرور. عدد المخالفات: {Count(due)}. "
            + "ستصلكم رسالة عند كل مرحلة.",
        AppealStage.Received => $"استلمت نيابة المرور تظلمكم رقم {due.AppealNumber}.",
        AppealStage.UnderReview => $"تظلمكم رقم {due.AppealNumber} قيد الفحص لدى نيابة المرور.",
        AppealStage.DocumentsRequested => $"نيابة المرور تطلب مستندات للتظلم رقم {due.AppealNumber}. "
            + "برجاء التوجه إلى أي مكتب بريد لمعرفة المطلوب وتقديمه.",
        AppealStage.Decided => ResultInArabic(due) + (due.RefundTotal > Money.Zero
            ? $" لكم {due.RefundTotal} جنيه تصرف من أي مكتب بريد ببطاقة الرقم القومي."
            : " التفاصيل في أي مكتب بريد."),
        AppealStage.Withdrawn => $"تم سحب تظلمكم رقم {due.AppealNumber} بناء على طلبكم.",
        _ => throw new ArgumentOutOfRangeException(nameof(due), due.Stage, "A stage without a text."),
    };

    private static string InEnglish(SmsDue due) => due.Stage switch
    {
        AppealStage.Submitted => $"Your appeal {due.AppealNumber} was registered with the traffic prosecution. "
            + $"Fines: {Count(due)}. You will get an SMS at every stage.",
        AppealStage.Received => $"The traffic prosecution has received your appeal {due.AppealNumber}.",
        AppealStage.UnderReview => $"Your appeal {due.AppealNumber} is under review by the traffic prosecution.",
        AppealStage.DocumentsRequested => $"The traffic prosecution asks for documents for your appeal "
            + $"{due.AppealNumber}. Please go to any post office to learn which, and to hand them in.",
        AppealStage.Decided => ResultInEnglish(due) + (due.RefundTotal > Money.Zero
            ? $" {due.RefundTotal} EGP are due to you: collect them at any post office with your national id card."
            : " Details at any post office."),
        AppealStage.Withdrawn => $"Your appeal {due.AppealNumber} was withdrawn at your request.",
        _ => throw new ArgumentOutOfRangeException(nameof(due), due.Stage, "A stage without a text."),
    };

    private static string ResultInArabic(SmsDue due) => due.Result switch
    {
        AppealResult.Accepted => $"قررت نيابة المرور قبول تظلمكم رقم {due.AppealNumber}.",
        AppealResult.PartiallyAccepted => $"قررت نيابة المرور قبول تظلمكم رقم {due.AppealNumber} جزئيا.",
        AppealResult.Rejected => $"قررت نيابة المرور رفض تظلمكم رقم {due.AppealNumber}.",
        _ => $"صدر قرار نيابة المرور في تظلمكم رقم {due.AppealNumber}.",
    };

    private static string ResultInEnglish(SmsDue due) => due.Result switch
    {
        AppealResult.Accepted => $"The traffic prosecution has accepted your appeal {due.AppealNumber}.",
        AppealResult.PartiallyAccepted => $"The traffic prosecution has accepted your appeal {due.AppealNumber} in part.",
        AppealResult.Rejected => $"The traffic prosecution has rejected your appeal {due.AppealNumber}.",
        _ => $"The traffic prosecution has decided your appeal {due.AppealNumber}.",
    };

    private static string Count(SmsDue due) => due.ItemCount.ToString(CultureInfo.InvariantCulture);
}
