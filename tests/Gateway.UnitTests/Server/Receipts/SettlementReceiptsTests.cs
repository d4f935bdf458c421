using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Receipts;
using Google.Protobuf;
using PaymentMethod = Gateway.Domain.PaymentMethod;
using PlateKind = Gateway.Domain.PlateKind;
using Subject = Gateway.Domain.Subject;

namespace Gateway.UnitTests.Server.Receipts;

public sealed class SettlementReceiptsTests
{
    private const string NoticeAr =
        "برجاء الاحتفاظ بهذا الإيصال؛ ويمكن الاستعلام عن السداد برقم عملية السداد، ولا يجوز استرداد المبلغ إلا في مكتب "
        + "البريد الذي تم فيه السداد وفي يوم العمل نفسه، ولا يحول السداد دون التظلم من المخالفة.";

    private const string NoticeEn =
        "Please keep this receipt: the payment can be looked up by its settlement number, it can be refunded only at "
        + "the post office that took it and on the same business day, and paying does not take away the right to "
        + "appeal.";

    [Fact]
    public void Receipt_OfAVehicle_ReadsAsPrinted()
    {
        var receipt = Write(SomeSettlement.OfVehicle, SomeSettlement.Plate, SomeSettlement.VehicleFines);

        Assert.Equal(
            $"""
            إيصال سداد مخالفات مرور
            رقم عملية السداد: 261123004217385
            يوم العمل: 23 نوفمبر 2026
            الوقت (بتوقيت القاهرة): 14:05
            مكتب البريد: 00001
            الشباك: 02
            كود الموظف: t.0017
            رقم اللوحة: ق ب ل 1234
            نوع اللوحة: ملاكي
            اسم القائم بالسداد: محمود إبراهيم السيد حجازي
            طريقة السداد: بطاقة بنكية
            الرقم المرجعي للسداد: {"\u2066"}4417-0093-2281{"\u2069"}
            1000000000010 - تجاوز السرعة المقررة: 315.00 جنيه
            1000000000029 - الوقوف في الممنوع: 115.50 جنيه
            الإجمالي: 430.50 جنيه
            فقط أربعمائة وثلاثون جنيهًا مصريًا وخمسون قرشًا لا غير
            {NoticeAr}
            """,
            Printed(receipt.Ar));
        Assert.Equal(
            $"""
            Receipt for payment of traffic fines
            Settlement number: 261123004217385
            Business day: 23 November 2026
            Time (Cairo): 14:05
            Post office: 00001
            Counter: 02
            Teller: t.0017
            Plate number: ق ب ل 1234
            Plate kind: Private car
            Payer: محمود إبراهيم السيد حجازي
            Payment method: Bank card
            Payment reference: 4417-0093-2281
            1000000000010 - Exceeding the speed limit: 315.00 EGP
            1000000000029 - Parking where it is forbidden: 115.50 EGP
            Total: 430.50 EGP
            Four hundred and thirty Egyptian pounds and fifty piastres only
            {NoticeEn}
            """,
            Printed(receipt.En));
    }

    [Fact]
    public void Receipt_OfADriver_NamesTheLicence()
    {
        var receipt = Write(SomeSettlement.OfDriver, SomeSettlement.Licence, SomeSettlement.DriverFines);

        Assert.Equal(
            $"""
            إيصال سداد مخالفات مرور
            رقم عملية السداد: 260702990000128
            يوم العمل: 2 يوليو 2026
            الوقت (بتوقيت القاهرة): 00:07
            مكتب البريد: 00001
            الشباك: 02
            كود الموظف: 0017
            رقم رخصة القيادة: 1080027651
            وحدة المرور: 0103 - القاهرة
            طريقة السداد: نقدًا
            1000000000139 - عدم استعمال حزام الأمان: 1,115.00 جنيه
            الإجمالي: 1,115.00 جنيه
            فقط ألف ومائة وخمسة عشر جنيهًا مصريًا لا غير
            {NoticeAr}
            """,
            Printed(receipt.Ar));
        Assert.Equal(
            $"""
            Receipt for payment of traffic fines
            Settlement number: 260702990000128
            Business day: 2 July 2026
            Time (Cairo): 00:07
            Post office: 00001
            Counter: 02
            Teller: 0017
            Driving licence number: 1080027651
            Traffic unit: 0103 - Cairo
            Payment method: Cash
            1000000000139 - Not wearing a seat belt: 1,115.00 EGP
            Total: 1,115.00 EGP
            One thousand one hundred and fifteen Egyptian pounds only
            {NoticeEn}
            """,
            Printed(receipt.En));
    }

    [Fact]
    public void Receipt_OfAnOldPlate_NamesTheGovernorate()
    {
        var plate = new Gateway.Domain.VehiclePlate("", "15948", PlateKind.Taxi, "21");

        var receipt = Write(SomeSettlement.OfVehicle, plate, SomeSettlement.VehicleFines);

        Assert.Equal(("15948", "أجرة", "الجيزة"), Values(receipt.Ar));
        Assert.Equal(("15948", "Taxi", "Giza"), Values(receipt.En));

        static (string, string, string) Values(ReceiptText text) =>
            (text.Lines[6].Value, text.Lines[7].Value, text.Lines[8].Value);
    }

    [Fact]
    public void Receipt_OfAPayerWithIdAndMobile_PrintsNeither()
    {
        var receipt = Write(SomeSettlement.OfVehicle, SomeSettlement.Plate, SomeSettlement.VehicleFines);

        var text = Printed(receipt.Ar) + Printed(receipt.En);
        Assert.DoesNotContain("28503120102347", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1012345678", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Receipt_OfTheSameSettlement_HasTheSameBytes()
    {
        var first = Write(SomeSettlement.OfVehicle, SomeSettlement.Plate, SomeSettlement.VehicleFines);
        var second = Write(SomeSettlement.OfVehicle, SomeSettlement.Plate, SomeSettlement.VehicleFines);

        Assert.Equal(first.ToByteString(), second.ToByteString());
    }

    [Fact]
    public void Receipt_OfTextsWithControls_HasNoneForThePrinter()
    {
        var fines = new SettlementItemRecord[]
        {
            new(1, "1000000000010", "سطر\nآخر\u202E", "Line\r\nbreak\u001B@", Money.FromPiastres(1), true),
        };

        var receipt = Write(SomeSettlement.OfVehicle, SomeSettlement.Plate, fines);

        Assert.Equal("1000000000010 - سطر آخر", receipt.Ar.Items[0].Label);
        Assert.Equal("1000000000010 - Line  break @", receipt.En.Items[0].Label);
    }

    [Theory]
    [InlineData("0017", false)]
    [InlineData("t.0017", false)]
    [InlineData("CARD-0001", false)]
    [InlineData("4417-0093", true)]
    [InlineData("0017-a", true)]
    [InlineData("-17", true)]
    [InlineData("a-", true)]
    public void Code_InArabic_IsIsolatedOnlyWhereItsPartsWouldChangePlaces(string code, bool isolated)
    {
        var text = ReceiptValues.Code(code);

        Assert.Equal(isolated ? $"\u2066{code}\u2069" : code, text.Ar);
        Assert.Equal(code, text.En);
    }

    [Fact]
    public void Words_OfEveryKindAndMethod_DifferInBothLanguages()
    {
        var kinds = Enum.GetValues<PlateKind>().Where(kind => kind != 0).Select(ReceiptWords.Of).ToList();
        var methods = Enum.GetValues<PaymentMethod>().Where(method => method != 0).Select(ReceiptWords.Of).ToList();

        Assert.Equal((9, 9), (kinds.DistinctBy(kind => kind.Ar).Count(), kinds.DistinctBy(kind => kind.En).Count()));
        Assert.Equal((4, 4), (methods.DistinctBy(way => way.Ar).Count(), methods.DistinctBy(way => way.En).Count()));
    }

    private static Receipt Write(
        NewSettlement settlement, Subject subject, IReadOnlyList<SettlementItemRecord> items) =>
        SettlementReceipts.Of(settlement, subject, items, new BusinessCalendar(TimeProvider.System));

    private static string Printed(ReceiptText text) => string.Join('\n',
    [
        text.Title,
        .. text.Lines.Concat(text.Items).Append(text.Total).Select(line => $"{line.Label}: {line.Value}"),
        text.TotalInWords,
        text.Notice,
    ]);
}
