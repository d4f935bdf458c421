using Spectre.Console;

namespace Gateway.Cli.Output;

/// <summary>Lines of an English label, a value, and the Arabic label. Lines without a value are left out.</summary>
internal sealed class Sheet
{
    // Narrower than this, a number of fifteen digits would be broken.
    private const int ColumnsWidth = 64;

    // Keeps an Arabic value and the Arabic label from being turned around as one text.
    private const string LeftToRightMark = "\u200e";

    private readonly List<(string Label, string Value, string ArabicLabel)> _lines = [];

    public Sheet Add(string label, string value, string arabicLabel)
    {
        if (value.Length > 0)
            _lines.Add((label, value, arabicLabel));
        return this;
    }

    public void Print(IAnsiConsole console)
    {
        if (console.Profile.Width >= ColumnsWidth)
            console.Write(Columns());
        else
            PrintLines(console);
    }

    private Grid Columns()
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0))
            .AddColumn(new GridColumn().Padding(0, 0, 2, 0))
            .AddColumn(new GridColumn().NoWrap());
        foreach (var (label, value, arabicLabel) in _lines)
        {
            var last = arabicLabel.Length > 0 ? LeftToRightMark + arabicLabel : "";
            grid.AddRow(new Text(label), new Text(value), new Text(last));
        }

        return grid;
    }

    private void PrintLines(IAnsiConsole console)
    {
        foreach (var (label, value, arabicLabel) in _lines)
        {
            if (label.Length > 0)
                console.WriteLine($"{label} · {arabicLabel}");
            console.WriteLine($"  {value}");
        }
    }
}
