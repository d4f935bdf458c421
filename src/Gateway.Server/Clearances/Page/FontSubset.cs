using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using SkiaSharp;

namespace Gateway.Server.Clearances.Page;

/// <summary>
/// Cuts a typeface down to some glyphs with HarfBuzz's own subsetter, which its .NET library brings along without
/// calling it. Skia's PDF writer embeds typefaces whole. Thread-safe.
/// </summary>
internal static partial class FontSubset
{
    private const string Library = "libHarfBuzzSharp";

    // No glyph is renumbered, and none is added because a rule of the font could make it from others.
    private const uint RetainGlyphNumbers = 0x2;
    private const uint NoLayoutClosure = 0x200;

    // Tables by which text is shaped. A page's text is shaped before, with the whole typeface.
    private const int DropTables = 3;
    private static readonly uint[] ShapingTables = [Tag("GDEF"), Tag("GPOS"), Tag("GSUB")];

    /// <summary>A font file with these glyphs, under their numbers. The caller disposes it.</summary>
    /// <param name="face">HarfBuzz's face of the whole typeface.</param>
    /// <param name="glyphs">The glyphs.</param>
    public static SKData Make(nint face, IEnumerable<ushort> glyphs)
    {
        var input = hb_subset_input_create_or_fail();
        try
        {
            hb_subset_input_set_flags(input, RetainGlyphNumbers | NoLayoutClosure);
            var wanted = hb_subset_input_glyph_set(input);
            foreach (var glyph in glyphs)
                hb_set_add(wanted, glyph);
            var dropped = hb_subset_input_set(input, DropTables);
            foreach (var table in ShapingTables)
                hb_set_add(dropped, table);
            var subset = hb_subset_or_fail(face, input);
            return subset != 0
                ? TakeFile(subset)
                : throw new InvalidOperationException("The typeface could not be cut down.");
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    private static uint Tag(string name) => BinaryPrimitives.ReadUInt32BigEndian(Encoding.ASCII.GetBytes(name));

    private static SKData TakeFile(nint face)
    {
        var blob = hb_face_reference_blob(face);
        try
        {
            return SKData.CreateCopy(hb_blob_get_data(blob, out var length), length);
        }
        finally
        {
            hb_blob_destroy(blob);
            hb_face_destroy(face);
        }
    }

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    private static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_set_flags(nint input, uint flags);

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_glyph_set(nint input);

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_set(nint input, int kind);

    [LibraryImport(Library)]
    private static partial void hb_set_add(nint set, uint value);

    [LibraryImport(Library)]
    private static partial nint hb_subset_or_fail(nint face, nint input);

    [LibraryImport(Library)]
    private static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(Library)]
    private static partial void hb_face_destroy(nint face);

    [LibraryImport(Library)]
    private static partial nint hb_blob_get_data(nint blob, out uint length);

    [LibraryImport(Library)]
    private static partial void hb_blob_destroy(nint blob);
}
