using Gateway.Testing.Clearances;

namespace Gateway.IntegrationTests.Clearances.Verifier;

/// <summary>A visit to the verifier's page, without a network, on a telephone unless it is wide.</summary>
/// <param name="Page">Path of the page.</param>
/// <param name="Steps">What is done there.</param>
internal sealed record Visit(string Page, params IReadOnlyList<Step> Steps)
{
    /// <summary>The browser's clock; null for the true one.</summary>
    public DateTimeOffset? Now { get; init; } = ClearanceParties.Now;

    /// <summary>Whether the window is that of a desk.</summary>
    public bool IsWide { get; init; }

    /// <summary>Whether the device prefers dark colours.</summary>
    public bool IsDark { get; init; }

    /// <summary>Whether English is chosen.</summary>
    public bool IsEnglish { get; init; }

    /// <summary>What the camera sees; without it there is no camera.</summary>
    public Film? Film { get; init; }
}

/// <summary>A printed page before a camera.</summary>
/// <param name="File">Picture of the page.</param>
/// <param name="Width">Its width, pixels of the camera.</param>
/// <param name="X">Where the code is, share of the width.</param>
/// <param name="Y">And of the height.</param>
internal sealed record Film(string File, int Width, double X, double Y);

/// <summary>A step of a visit.</summary>
/// <param name="Do">What is done.</param>
internal sealed record Step(string Do)
{
    public string? Text { get; init; }

    public IReadOnlyList<string>? Files { get; init; }

    public string? Selector { get; init; }

    /// <summary>Picture of a page, which the rest tells how to photograph: pixels, degrees, shares.</summary>
    public string? File { get; init; }

    public int? Width { get; init; }

    public double? Turned { get; init; }

    public double? Tilted { get; init; }

    public double? Shade { get; init; }

    public int? Table { get; init; }

    /// <summary>Under which name a picture of the page is left afterwards.</summary>
    public string? Screenshot { get; init; }

    /// <summary>A code's text is pasted.</summary>
    public static Step Paste(string text) => new("paste") { Text = text };

    /// <summary>A file is opened as a picture; one of a page may be a photograph of it.</summary>
    public static Step Picture(string file) => new("picture") { File = file };

    /// <summary>Files are loaded as lists.</summary>
    public static Step Lists(params IReadOnlyList<string> files) => new("lists") { Files = files };

    /// <summary>The camera is switched on.</summary>
    public static Step Scan() => new("scan");

    /// <summary>Something is pressed.</summary>
    public static Step Press(string selector) => new("press") { Selector = selector };

    /// <summary>The page is left and opened again.</summary>
    public static Step Reopen() => new("reopen");

    /// <summary>Nothing is done.</summary>
    public static Step Look() => new("look");
}

/// <summary>What there is to see after a step.</summary>
/// <param name="Verdict">The verdict; empty where there is none.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="Notice">Why nothing could be read.</param>
/// <param name="Text">All that stands there.</param>
/// <param name="Direction">In which direction it is read.</param>
/// <param name="ExcessWidth">By how much the page is wider than the window, pixels.</param>
internal sealed record Sight(
    string Verdict, string Reason, string Notice, string Text, string Direction, int ExcessWidth);
