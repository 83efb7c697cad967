using System.Text;
using NetVips;
using NewsSite.Media;

namespace NewsSite.Tests.Media;

public sealed class PictureStoreTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("newssite").FullName;

    private PictureStore Store => new(directory, Path.Combine(directory, "hidden"));

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void A_picture_is_kept_as_webp_and_avif_in_each_size_not_wider_than_itself_and_once_as_jpeg()
    {
        var (picture, _) = Store.Keep("tram", Make(1000, 600).JpegsaveBuffer());

        Assert.Matches("^tram-[0-9a-f]{10}$", picture!.File);
        Assert.Equal((960, 576), (picture.Width, picture.Height));
        Assert.Equal([(480, 288), (960, 576)], PictureSizes.Kept(picture.Width).Select(w => Kept(PictureSizes.FileName(picture.File, w))));
        Assert.Equal([(480, 288), (960, 576)], PictureSizes.Kept(picture.Width).Select(w => Kept(PictureSizes.FileName(picture.File, w, "avif"), "heifload")));
        Assert.Equal((960, 576), Kept(PictureSizes.JpegName(picture.File), "jpegload"));
        Assert.Equal(5, Directory.GetFiles(directory).Length);
    }

    [Fact]
    public void A_picture_narrower_than_every_size_is_kept_once_and_not_enlarged()
    {
        var (picture, _) = Store.Keep("dot", Make(300, 200).PngsaveBuffer());

        Assert.Equal((300, 200), (picture!.Width, picture.Height));
        Assert.Equal((300, 200), Kept($"{picture.File}-480.webp"));
        Assert.Equal(3, Directory.GetFiles(directory).Length);
    }

    [Fact]
    public void A_picture_on_its_side_is_kept_upright()
    {
        var content = Make(1000, 600).Mutate(m => m.Set(GValue.GIntType, "orientation", 6)).JpegsaveBuffer();

        var (picture, _) = Store.Keep("tall", content);

        Assert.Equal((480, 800), (picture!.Width, picture.Height));
        Assert.Equal((480, 800), Kept($"{picture.File}-480.webp"));
    }

    [Fact]
    public void What_the_camera_wrote_is_left_out()
    {
        var content = Make(600, 400).Mutate(m => m.Set(GValue.GStrType, "exif-ifd0-Artist", "Somebody private")).JpegsaveBuffer();
        Assert.Contains("Somebody private", Encoding.Latin1.GetString(content), StringComparison.Ordinal);

        var (picture, _) = Store.Keep("tram", content);

        Assert.All(Directory.GetFiles(directory), file => Assert.DoesNotContain("Somebody private", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
        Assert.NotNull(picture);
    }

    [Fact]
    public void A_picture_kept_before_is_not_encoded_again()
    {
        var content = Make(600, 400).WebpsaveBuffer();
        var (first, _) = Store.Keep("tram", content);
        var path = Path.Combine(directory, $"{first!.File}-480.webp");
        File.WriteAllText(path, "as it was");

        var (second, _) = Store.Keep("tram", content);

        Assert.Equal(first, second);
        Assert.Equal("as it was", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("A text in a file named .webp.")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")]
    public void What_is_no_picture_is_refused(string content) =>
        Refused(Encoding.UTF8.GetBytes(content), "This is not a JPEG, PNG, WebP, AVIF or GIF picture.");

    [Fact]
    public void An_empty_file_is_refused() => Refused([], "The file is empty.");

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    [InlineData(".gif")]
    public void Half_a_picture_is_refused_and_leaves_nothing_behind(string kind)
    {
        var content = Make(600, 400).WriteToBuffer(kind);

        Refused(content[..(content.Length / 2)], "The picture cannot be read; it may be damaged.");
    }

    [Fact]
    public void A_picture_of_too_many_pixels_is_refused() =>
        Refused(Image.Black(8_000, 5_001).PngsaveBuffer(), "The picture has 40,008,000 pixels; at most 40,000,000 are taken.");

    [Fact]
    public void A_file_too_large_is_refused() => Refused(new byte[PictureLimits.MaxBytes + 1], "The file has 20,971,521 bytes; at most 20,971,520 are taken.");

    private void Refused(byte[] content, string refusal)
    {
        var (picture, why) = Store.Keep("tram", content);
        Assert.Null(picture);
        Assert.Equal(refusal, why!.Sentence);
        Assert.Empty(Directory.GetFiles(directory));
    }

    // A gradient, so that half a file is missing something.
    private static Image Make(int width, int height) => Image.Xyz(width, height).Cast(Enums.BandFormat.Uchar).Bandjoin(128).Copy(interpretation: Enums.Interpretation.Srgb);

    private (int Width, int Height) Kept(string file, string loader = "webpload")
    {
        using var picture = Image.NewFromFile(Path.Combine(directory, file));
        Assert.Equal(loader, picture.Get("vips-loader"));
        return (picture.Width, picture.Height);
    }
}
