using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary>What a check found, in the words of both languages, and what is to be done.</summary>
/// <param name="English">In capitals.</param>
/// <param name="Arabic">The same.</param>
/// <param name="Advice">One sentence.</param>
/// <param name="ArabicAdvice">The same.</param>
internal sealed record VerdictText(string English, string Arabic, string Advice, string ArabicAdvice)
{
    private static readonly VerdictText Unknown = new(
        "UNKNOWN VERDICT", "نتيجة غير معروفة", "Use a newer program to check it.", "استخدم إصدارًا أحدث للتحقق منها.");

    private static readonly Dictionary<ClearanceVerdict, VerdictText> Texts = new()
    {
        [ClearanceVerdict.Genuine] = new(
            "GENUINE", "صحيحة وسارية",
            "It counts, if plate or licence and sheet serial are those of the paper.",
            "يعتد بها إذا طابقت اللوحة أو الرخصة ورقم الورقة ما هو مطبوع."),
        [ClearanceVerdict.GenuineRevocationUnknown] = new(
            "GENUINE, REVOCATION UNKNOWN", "صحيحة، ولم يتم التحقق من الإلغاء",
            "Fetch a revocation list of today, or check it online.",
            "احصل على قائمة إلغاء حديثة أو تحقق عبر الشبكة."),
        [ClearanceVerdict.Expired] = new(
            "EXPIRED", "منتهية الصلاحية",
            "It was genuine; its validity has ended.", "كانت صحيحة وانتهت صلاحيتها."),
        [ClearanceVerdict.Revoked] = new(
            "REVOKED", "ملغاة", "It was issued and then revoked: it does not count.", "صدرت ثم ألغيت: لا يعتد بها."),
        [ClearanceVerdict.Superseded] = new(
            "SUPERSEDED", "استبدلت بورقة أخرى",
            "The certificate was printed again on another sheet: this one does not count.",
            "أعيدت طباعتها على ورقة أخرى: لا يعتد بهذه الورقة."),
        [ClearanceVerdict.Forged] = new(
            "ALTERED OR FORGED", "مزورة أو معدلة",
            "The prosecution did not sign this code. Keep the paper.", "هذا الرمز لم توقعه النيابة. تحفظ على الورقة."),
        [ClearanceVerdict.NotACertificate] = new(
            "NOT A CERTIFICATE", "ليست شهادة",
            "This is not the code of a clearance certificate.", "هذا ليس رمز شهادة براءة ذمة."),
        [ClearanceVerdict.ClockWrong] = new(
            "CLOCK WRONG", "ساعة الجهاز غير مضبوطة",
            "Nothing can be said: set this machine's clock.", "لا يمكن الحكم: اضبط ساعة الجهاز."),
        [ClearanceVerdict.TrustOutdated] = new(
            "TRUST LIST OUT OF DATE", "قائمة الثقة منتهية",
            "Nothing can be said: fetch a new trust list.", "لا يمكن الحكم: احصل على قائمة ثقة حديثة."),
    };

    /// <summary>The words of a verdict.</summary>
    public static VerdictText Of(ClearanceVerdict verdict) => Texts.GetValueOrDefault(verdict, Unknown);

    /// <summary>What the program ends with: nothing but a certificate that counts is 0.</summary>
    public static int ExitCode(ClearanceVerdict verdict) => verdict == ClearanceVerdict.Genuine
        ? ExitCodes.Ok
        : ExitCodes.VerdictBase + (Texts.ContainsKey(verdict) ? (int)verdict : 0);

    /// <summary>The colour in which it is told: only what counts is green.</summary>
    public static string Colour(ClearanceVerdict verdict) => verdict switch
    {
        ClearanceVerdict.Genuine => "green",
        ClearanceVerdict.GenuineRevocationUnknown or ClearanceVerdict.ClockWrong or ClearanceVerdict.TrustOutdated =>
            "yellow",
        _ => "red",
    };
}
