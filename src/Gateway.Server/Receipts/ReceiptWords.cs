using Gateway.Domain;

namespace Gateway.Server.Receipts;

/// <summary>The fixed words of a receipt. A printed receipt is compared with these, so change them with care.</summary>
internal static class ReceiptWords
{
    public static readonly Bilingual Title =
        new("إيصال سداد مخالفات مرور", "Receipt for payment of traffic fines");

    public static readonly Bilingual SettlementNumber = new("رقم عملية السداد", "Settlement number");
    public static readonly Bilingual BusinessDay = new("يوم العمل", "Business day");
    public static readonly Bilingual Time = new("الوقت (بتوقيت القاهرة)", "Time (Cairo)");
    public static readonly Bilingual PostOffice = new("مكتب البريد", "Post office");
    public static readonly Bilingual Counter = new("الشباك", "Counter");
    public static readonly Bilingual Teller = new("كود الموظف", "Teller");
    public static readonly Bilingual PlateNumber = new("رقم اللوحة", "Plate number");
    public static readonly Bilingual PlateClass = new("نوع اللوحة", "Plate kind");
    public static readonly Bilingual Governorate = new("المحافظة", "Governorate");
    public static readonly Bilingual LicenceNumber = new("رقم رخصة القيادة", "Driving licence number");
    public static readonly Bilingual TrafficUnit = new("وحدة المرور", "Traffic unit");
    public static readonly Bilingual Payer = new("اسم القائم بالسداد", "Payer");
    public static readonly Bilingual PaymentWay = new("طريقة السداد", "Payment method");
    public static readonly Bilingual PaymentReference = new("الرقم المرجعي للسداد", "Payment reference");
    public static readonly Bilingual Total = new("الإجمالي", "Total");

    public static readonly Bilingual Notice = new(
        "برجاء الاحتفاظ بهذا الإيصال؛ ويمكن الاستعلام عن السداد برقم عملية السداد، ولا يجوز استرداد المبلغ إلا في مكتب "
        + "البريد الذي تم فيه السداد وفي يوم العمل نفسه، ولا يحول السداد دون التظلم من المخالفة.",
        "Please keep this receipt: the payment can be looked up by its settlement number, it can be refunded only at "
        + "the post office that took it and on the same business day, and paying does not take away the right to "
        + "appeal.");

    public static readonly Bilingual AppealTitle = new("إيصال تقديم تظلم", "Receipt for an appeal");
    public static readonly Bilingual AppealNumber = new("رقم التظلم", "Appeal number");
    public static readonly Bilingual Appellant = new("اسم المتظلم", "Appellant");
    public static readonly Bilingual AppealFee = new("رسم التظلم", "Appeal fee");

    public static readonly Bilingual AppealNotice = new(
        "برجاء الاحتفاظ بهذا الإيصال: ستصلك رسالة نصية عند كل مرحلة حتى صدور القرار، ويمكنك متابعة التظلم في أي مكتب بريد "
        + "برقم التظلم وبطاقة الرقم القومي، ويرد رسم التظلم إذا ألغيت المخالفة لتسجيلها بالخطأ.",
        "Please keep this receipt: you get an SMS at every stage until the decision, and can follow the appeal at any "
        + "post office with its number and your national id card. The fee is given back where a fine is cancelled "
        + "because it had been recorded wrongly.");

    public static readonly Bilingual RefundTitle = new("إيصال صرف مبلغ مسترد", "Receipt for a refund");
    public static readonly Bilingual RefundNumber = new("رقم الاسترداد", "Refund number");
    public static readonly Bilingual Recipient = new("اسم المستلم", "Recipient");
    public static readonly Bilingual RefundTotal = new("المبلغ المنصرف", "Amount paid out");

    // Dots to sign on; what is printed last is what the citizen signs under.
    public static readonly Bilingual RefundNotice = new(
        "استلمت المبلغ الموضح أعلاه كاملًا. توقيع المستلم: ..............................",
        "I have received the amount above in full. Signature of the recipient: ..............................");

    /// <summary>The class of a vehicle.</summary>
    public static Bilingual Of(PlateKind kind) => kind switch
    {
        PlateKind.Private => new("ملاكي", "Private car"),
        PlateKind.Taxi => new("أجرة", "Taxi"),
        PlateKind.Transport => new("نقل", "Goods transport"),
        PlateKind.Bus => new("أتوبيس", "Bus"),
        PlateKind.Motorcycle => new("دراجة نارية", "Motorcycle"),
        PlateKind.Tractor => new("جرار", "Tractor"),
        PlateKind.Trailer => new("مقطورة", "Trailer"),
        PlateKind.Diplomatic => new("هيئة دبلوماسية", "Diplomatic corps"),
        PlateKind.Customs => new("جمرك", "Customs"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of plate without a name."),
    };

    /// <summary>How the money was paid.</summary>
    public static Bilingual Of(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => new("نقدًا", "Cash"),
        PaymentMethod.Card => new("بطاقة بنكية", "Bank card"),
        PaymentMethod.Wallet => new("محفظة إلكترونية", "Mobile wallet"),
        PaymentMethod.PostalAccount => new("حساب بريدي", "Postal account"),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "A payment method without a name."),
    };
}
