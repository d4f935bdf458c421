using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Domain;
using Contract = Gateway.Contracts.V1;

namespace Gateway.Cli.Fines;

/// <summary>Options that name a vehicle or a driver.</summary>
/// <param name="nationalId">Describes <c>--national-id</c>.</param>
internal sealed class SubjectOptions(string nationalId = "National id of a licence holder, 14 digits.")
{
    private static readonly Dictionary<string, PlateKind> Kinds = Enum.GetValues<PlateKind>()
        .Where(kind => kind != PlateKind.Unspecified)
        .ToDictionary(kind => kind.ToString().ToLowerInvariant());

    private readonly Option<string> _plate = new("--plate")
    {
        Description = "Plate, letters and digits in any order, e.g. \"ق ب ل 1234\".",
        HelpName = "PLATE",
    };

    private readonly Option<string> _kind = new Option<string>("--kind")
    {
        Description = $"Class of the vehicle: {string.Join(", ", Kinds.Keys)}.",
        HelpName = "KIND",
        DefaultValueFactory = _ => "private",
    }.AcceptOnlyFromAmong([.. Kinds.Keys]);

    private readonly Option<string> _governorate = new("--governorate")
    {
        Description = "Governorate of an old plate without letters, two digits, e.g. 01.",
        HelpName = "CODE",
    };

    private readonly Option<string> _nationalId = new("--national-id")
    {
        Description = nationalId,
        HelpName = "ID",
    };

    private readonly Option<string> _licence = new("--licence")
    {
        Description = "Number of a driving licence; goes with --unit.",
        HelpName = "NUMBER",
    };

    private readonly Option<string> _unit = new("--unit")
    {
        Description = "Traffic unit that issued the licence, four digits.",
        HelpName = "CODE",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _plate, _kind, _governorate, _nationalId, _licence, _unit })
            command.Options.Add(option);
    }

    /// <summary>The subject that the options name, checked before anything is sent.</summary>
    /// <exception cref="UsageException">None or several are named, or the one named cannot be.</exception>
    public Contract.Subject Read(ParseResult parsed)
    {
        var plate = parsed.GetValue(_plate);
        var nationalId = parsed.GetValue(_nationalId);
        var licence = parsed.GetValue(_licence);
        if (new[] { plate, nationalId, licence }.Count(named => named is not null) != 1)
            throw new UsageException("Name one of --plate, --national-id, or --licence with --unit.");

        return plate is not null
            ? Vehicle(plate, Kinds[parsed.GetValue(_kind)!], parsed.GetValue(_governorate) ?? "")
            : Driver(nationalId ?? "", licence ?? "", parsed.GetValue(_unit) ?? "");
    }

    /// <summary>
    /// As <see cref="Read"/>, for a person who has to be named: the national id is that person's beside a plate or a
    /// licence, and names the licence holder too where it stands alone.
    /// </summary>
    /// <exception cref="UsageException">As there; or nobody is named.</exception>
    public (Contract.Subject Subject, string NationalId) ReadWithPerson(ParseResult parsed)
    {
        var person = parsed.GetValue(_nationalId)
            ?? throw new UsageException("Name the person with --national-id.");
        var (plate, licence) = (parsed.GetValue(_plate), parsed.GetValue(_licence));
        var subject = (plate, licence) switch
        {
            ({ }, { }) => throw new UsageException("Name one of --plate, or --licence with --unit."),
            ({ }, null) => Vehicle(plate, Kinds[parsed.GetValue(_kind)!], parsed.GetValue(_governorate) ?? ""),
            _ => Driver(licence is null ? person : "", licence ?? "", parsed.GetValue(_unit) ?? ""),
        };
        return (subject, person);
    }

    internal static Contract.Subject Vehicle(string text, PlateKind kind, string governorate)
    {
        var (letters, digits) = PlateText.Split(text);
        var errors = new FieldErrors();
        var plate = VehiclePlate.Parse(letters, digits, kind, governorate, errors, "plate");
        ThrowIfAny(errors);
        return plate!.ToContract();
    }

    private static Contract.Subject Driver(string nationalId, string licence, string unit)
    {
        var errors = new FieldErrors();
        var driver = DrivingLicence.Parse(nationalId, licence, unit, errors, "licence");
        ThrowIfAny(errors);
        return driver switch
        {
            DriverNationalId holder => holder.Id.ToContract(),
            DrivingLicence named => named.ToContract(),
            _ => throw new ArgumentException("A licence is named by its holder or by its number."),
        };
    }

    private static void ThrowIfAny(FieldErrors errors)
    {
        if (!errors.Any)
            return;

        var sentences = errors.Items.Select(error => $"{error.Field} {error.Description}.");
        throw new UsageException(string.Join(' ', sentences));
    }
}
