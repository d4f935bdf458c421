using System.Text.RegularExpressions;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;
using PaymentMethod = Gateway.Domain.PaymentMethod;

namespace Gateway.Server.Settlements;

/// <summary>Reads the money that was taken, and from whom.</summary>
internal static partial class PaymentFields
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OldestCollection = TimeSpan.FromDays(31);

    /// <summary>The payment in the field <paramref name="path"/>; null where it is wrong.</summary>
    public static OrderPayment? Read(Payment? payment, FieldErrors errors, string path = "payment")
    {
        if (payment is null)
        {
            errors.Add(path, "is required: method, amount, collect_time and, unless cash, reference");
            return null;
        }

        var method = (PaymentMethod)payment.Method;
        if (method == 0 || !System.Enum.IsDefined(method))
            errors.Add($"{path}.method", "must be CASH, CARD, WALLET or POSTAL_ACCOUNT");
        else if (method != PaymentMethod.Cash || payment.Reference.Length > 0)
            RequestFields.Check(Reference(), payment.Reference, $"{path}.reference",
                "must be 4 to 40 letters, digits or hyphens", errors);
        return new OrderPayment(
            method,
            MoneyFields.Read(payment.Amount, errors, $"{path}.amount"),
            payment.Reference,
            ReadCollectTime(payment.CollectTime, errors, path));
    }

    /// <summary>The payer; null where none is named or a field is wrong.</summary>
    public static OrderPayer? ReadPayer(Payer? payer, TimeProvider time, FieldErrors errors)
    {
        if (payer is null)
            return null;

        var name = PersonName.Parse(payer.FullName, errors, "payer.full_name");
        var nationalId = payer.NationalId.Length == 0
            ? null
            : NationalId.Parse(payer.NationalId, errors, "payer.national_id", time);
        var mobile = payer.MobileNumber.Length == 0
            ? null
            : MobileNumber.Parse(payer.MobileNumber, errors, "payer.mobile_number");
        return name is null ? null : new OrderPayer(name, nationalId, mobile);
    }

    /// <summary>
    /// Refuses money that was taken in the future or too long ago. Looked at only once it is known that the request was
    /// not answered before: a retry gets its answer however late it comes.
    /// </summary>
    /// <exception cref="RefusalException">INVALID_FIELDS.</exception>
    public static void CheckCollectTime(OrderPayment payment, DateTimeOffset now, string path = "payment")
    {
        var errors = new FieldErrors();
        if (payment.CollectTime < now - OldestCollection || payment.CollectTime > now + ClockSkew)
            errors.Add($"{path}.collect_time", "must be within the last 31 days and not in the future");
        errors.ThrowIfAny();
    }

    // protobuf, timestamp.proto: years 1 to 9999, nanos not negative.
    private static DateTimeOffset ReadCollectTime(Timestamp? time, FieldErrors errors, string path)
    {
        if (time is { Nanos: >= 0 and <= 999_999_999, Seconds: >= -62_135_596_800 and <= 253_402_300_799 })
            return Milliseconds.Of(time.ToDateTimeOffset());

        errors.Add($"{path}.collect_time", "is required: when the teller took the money");
        return default;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]{4,40}\z")]
    private static partial Regex Reference();
}
