using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary>The holder of a certificate. Numbers are masked unless they are asked for.</summary>
internal static class HolderText
{
    public static Sheet AddHolder(this Sheet sheet, ClearanceHolder? holder, bool showNumbers = false)
    {
        if (holder is null)
            return sheet;

        var (nationalId, licence) = showNumbers
            ? (holder.NationalId, holder.LicenceNumber)
            : (Masked.NationalId(holder.NationalId), Masked.NationalId(holder.LicenceNumber));
        return sheet
            .Add("Holder", holder.FullName, "صاحب الشأن")
            .Add("National id", nationalId, "الرقم القومي")
            .Add("Licence", licence, "رقم الرخصة");
    }
}
