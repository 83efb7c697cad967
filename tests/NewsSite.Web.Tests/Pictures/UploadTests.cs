using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NetVips;
using NewsSite.Accounts;
using NewsSite.Media;

namespace NewsSite.Web.Tests.Pictures;

/// <summary>What the newsroom's form takes and what it refuses, on either database.</summary>
public abstract class UploadTests(Newsroom newsroom) : PictureStage(newsroom)
{
    private const long Megabyte = 1_000_000;

    /// <summary>Files that are refused, each with the sentence for it.</summary>
    private static readonly Dictionary<string, (Func<byte[]> Content, string Name, string Type, string Sentence)> Hostile = new()
    {
        ["a PNG of 50,000 by 50,000"] = (() => HostileFiles.Png(50_000, 50_000), "bomb.png", "image/png", "2,500,000,000 pixels; at most 40,000,000"),
        ["a GIF of 10,000 frames"] = (() => HostileFiles.Gif(10_000), "bomb.gif", "image/gif", "10,000 frames; at most 200"),
        ["a WebP larger than may be held whole"] = (() => Image.Black(5000, 4200, bands: 3).WebpsaveBuffer(effort: 0), "large.webp", "image/webp", "21,000,000 pixels; at most 20,000,000"),
        ["a PNG in passes larger than may be held whole"] = (() => Image.Black(5000, 4200).PngsaveBuffer(interlace: true), "large.png", "image/png", "21,000,000 pixels; at most 20,000,000"),
        ["half a JPEG"] = (() => Half(HostileFiles.Honest().JpegsaveBuffer()), "half.jpg", "image/jpeg", "may be damaged"),
        ["half a PNG"] = (() => Half(HostileFiles.Honest().PngsaveBuffer()), "half.png", "image/png", "may be damaged"),
        ["half a WebP"] = (() => Half(HostileFiles.Honest().WebpsaveBuffer()), "half.webp", "image/webp", "may be damaged"),
        ["half an AVIF"] = (() => Half(HostileFiles.Honest().HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0)), "half.avif", "image/avif", "may be damaged"),
        ["half a GIF"] = (() => Half(HostileFiles.Honest().GifsaveBuffer()), "half.gif", "image/gif", "may be damaged"),
        ["a PNG called JPEG"] = (() => HostileFiles.Honest().PngsaveBuffer(), "tram.jpg", "image/jpeg", "The file is PNG, but its name or its type say something else"),
        ["a JPEG sent as SVG"] = (() => HostileFiles.Honest().JpegsaveBuffer(), "tram.jpg", "image/svg+xml", "The file is JPEG, but"),
        ["a JPEG called a page"] = (() => HostileFiles.Honest().JpegsaveBuffer(), "tram.html", "image/jpeg", "The file is JPEG, but"),
        ["an SVG"] = (() => Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>alert(1)</script></svg>"), "tram.svg", "image/svg+xml", "not a JPEG, PNG, WebP, AVIF or GIF"),
        ["an SVG called PNG"] = (() => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"), "tram.png", "image/png", "not a JPEG, PNG, WebP, AVIF or GIF"),
        ["a PDF"] = (() => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n"), "tram.jpg", "image/jpeg", "not a JPEG, PNG, WebP, AVIF or GIF"),
        ["a TIFF"] = (() => HostileFiles.Honest().TiffsaveBuffer(), "tram.tiff", "image/tiff", "not a JPEG, PNG, WebP, AVIF or GIF"),
        ["an image description of ImageMagick"] = (() => Encoding.ASCII.GetBytes("push graphic-context\nimage over 0,0 0,0 'https://evil.example/x'\npop graphic-context"), "tram.mvg", "image/png", "not a JPEG, PNG, WebP, AVIF or GIF"),
        ["nothing"] = (() => [], "tram.jpg", "image/jpeg", "The file is empty"),
        ["too many bytes"] = (() => new byte[PictureLimits.MaxBytes + 1], "tram.jpg", "image/jpeg", "at most 20,971,520"),
        ["a GIF that is a script"] = (() => Encoding.ASCII.GetBytes("GIF89a/*<script>*/=1;alert(1)//"), "tram.gif", "image/gif", "something else besides"),
        ["a PNG with a page behind it"] = (() => HostileFiles.With(HostileFiles.Honest().PngsaveBuffer(), "<HTML><body onload=alert(1)>"), "tram.png", "image/png", "something else besides"),
        ["a JPEG with a script in its comment"] = (() => HostileFiles.Commented("<?php system($_GET['c']); ?>"), "tram.jpg", "image/jpeg", "something else besides"),
        ["a JPEG that is an archive"] = (() => HostileFiles.With(HostileFiles.Honest().JpegsaveBuffer(), "PK\u0003\u0004evil.exePK\u0005\u0006\0\0\0\0\u0001\0\u0001\0"), "tram.jpg", "image/jpeg", "something else besides"),
    };

    public static TheoryData<string> HostileNames => [.. Hostile.Keys];

    public static TheoryData<string> WrongNames => ["../../etc/tram.jpg", "/etc/tram.jpg", @"..\..\tram.jpg", @"C:\tram.jpg", "tram.php%00.jpg", "..", new string('t', 300) + ".jpg"];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_hostile_file_is_refused_with_a_sentence_at_once_and_leaves_nothing(string which)
    {
        var (content, name, type, sentence) = Hostile[which];
        using var translator = Newsroom.As(await Person("Tara", AccountRole.Translator));
        var (before, records) = (Files(), await Read(db => db.PictureFiles.CountAsync(Cancel)));
        var bytes = content();
        var clock = Stopwatch.StartNew();

        var answer = await Ask(translator, bytes, name, type);

        Assert.Contains(sentence, answer.GetProperty("refusal").GetString()!, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(before, Files());
        Assert.Equal(records, await Read(db => db.PictureFiles.CountAsync(Cancel)));
    }

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task A_name_that_is_a_path_is_refused_with_a_sentence(string name)
    {
        using var translator = Newsroom.As(await Person("Tara", AccountRole.Translator));
        var before = Files();

        var answer = await Ask(translator, Fresh(), name.Replace(@"\", @"\\", StringComparison.Ordinal));

        Assert.Contains("name is a path", answer.GetProperty("refusal").GetString()!, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Giants_refused_and_giants_taken_need_less_than_400_megabytes_of_memory_and_none_of_the_sites()
    {
        (byte[] Content, string Name)[] giants =
        [
            (HostileFiles.Png(50_000, 50_000), "a.png"),
            (HostileFiles.Gif(10_000), "b.gif"),
            (HostileFiles.Png(8000, 4999), "c.png"),
            (HostileFiles.Honest(5000, 3999).JpegsaveBuffer(interlace: true, subsampleMode: Enums.ForeignSubsample.Off), "d.jpg"),
            (HostileFiles.Honest(5000, 3999).WebpsaveBuffer(effort: 0), "e.webp"),
            (HostileFiles.Honest(4032, 3024).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0), "f.avif"),
            (HostileFiles.Honest(3400, 2400).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0, bitdepth: 12, subsampleMode: Enums.ForeignSubsample.Off), "g.avif"),
        ];
        foreach (var (content, name) in giants)
        {
            var clock = Stopwatch.StartNew();
            var upload = await Do<PictureUploads, PictureUpload>(async uploads => await uploads.TakeAsync(new MemoryStream(content), name, null, null, Now, Cancel));
            TestContext.Current.SendDiagnosticMessage($"{name}: {clock.ElapsedMilliseconds:N0} ms, {upload.PeakMemory / Megabyte:N0} MB, {upload.Refusal?.Sentence}");
            Assert.InRange(upload.PeakMemory, 1, 400 * Megabyte);
        }
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    [InlineData("yes")]
    public async Task A_press_that_falls_over_refuses_one_file_and_nothing_more(string program)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These programs are not everywhere.");

        var pressed = await new PressRoom(program, []).PressAsync("tram.jpg", null, Fresh());

        Assert.Equal(new PictureRefusal(PictureFault.Damaged), pressed.Refusal);
    }

    [Fact]
    public async Task What_is_taken_is_encoded_anew_and_nothing_of_the_file_is_kept()
    {
        var content = Fresh(with: m =>
        {
            m.Set(GValue.GStrType, "exif-ifd0-Artist", "Dana Kovar");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "50/1 27/1 0/1");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
        });
        using (var uploaded = Image.NewFromBuffer(content))
        {
            Assert.Contains(uploaded.GetFields(), f => f.Contains("GPS", StringComparison.Ordinal));
        }

        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));

        var answer = await Ask(editor, HostileFiles.With(content, "a telephone's own trailer"));

        var kept = Files().Where(f => Path.GetFileName(f).StartsWith(answer.GetProperty("file").GetString()!, StringComparison.Ordinal)).ToList();
        Assert.Equal(5, kept.Count);
        Assert.All(kept, path =>
        {
            var bytes = File.ReadAllBytes(path);
            Assert.Equal(-1, bytes.AsSpan().IndexOf("Dana Kovar"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("trailer"u8));
            using var picture = Image.NewFromBuffer(bytes);
            Assert.DoesNotContain(picture.GetFields(), f => f.StartsWith("exif", StringComparison.Ordinal) || f is "xmp-data" or "iptc-data" or "icc-profile-data");
        });
    }

    [Fact]
    public async Task Credit_and_caption_are_read_from_the_file_and_the_script_gets_all_it_needs()
    {
        var xmp = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
             xmlns:r="http://ns.adobe.com/xap/1.0/rights/" xmlns:i="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="Agency Lantern" r:WebStatement="http://creativecommons.org/licenses/by-sa/4.0/">
            <dc:creator><rdf:Seq><rdf:li>Їжак Польовий</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The "slow" tram.</rdf:li></rdf:Alt></dc:description>
            <i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A [yellow] tram.</rdf:li></rdf:Alt></i:AltTextAccessibility>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """;
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));

        var answer = await Ask(editor, Fresh(with: m => m.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(xmp))), "Трамвай.jpg");

        var (id, file) = (answer.GetProperty("id").GetInt32(), answer.GetProperty("file").GetString());
        Assert.Equal("Їжак Польовий / Agency Lantern", answer.GetProperty("credit").GetString());
        Assert.Equal("CC BY-SA 4.0", answer.GetProperty("licence").GetString());
        Assert.Equal("The \"slow\" tram.", answer.GetProperty("caption").GetString());
        Assert.Equal($"![A \\[yellow\\] tram.](/media/{file}-960.webp \"The \\\"slow\\\" tram.\")", answer.GetProperty("markdown").GetString());
        Assert.Equal($"/desk/pictures/file/{file}-960.webp", answer.GetProperty("src").GetString());
        Assert.Equal((960, 665), (answer.GetProperty("width").GetInt32(), answer.GetProperty("height").GetInt32()));
        Assert.Contains("480w", answer.GetProperty("srcset").GetString()!, StringComparison.Ordinal);
        Assert.Equal($"/desk/pictures/{id}", answer.GetProperty("href").GetString());
        var page = WebUtility.HtmlDecode(await editor.GetStringAsync("/desk/pictures?q=%D1%97%D0%B6%D0%B0%D0%BA+SLOW", Cancel));
        Assert.Contains("Трамвай.jpg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Трамвай.jpg", await editor.GetStringAsync("/desk/pictures?q=nobody", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_older_record_of_the_IPTC_is_read_too()
    {
        byte[] record = [0x1C, 2, 80, 0, 4, .. "Dana"u8, 0x1C, 2, 80, 0, 3, .. "Eva"u8, 0x1C, 2, 120, 0, 3, 0xE9, 0x74, 0xE9];
        byte[] block = [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 0x04, 0x04, 0, 0, 0, 0, 0, (byte)record.Length, .. record];
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));

        var answer = await Ask(editor, Fresh(with: m => m.Set(GValue.BlobType, "iptc-data", block)));

        Assert.Equal(("Dana, Eva", "été"), (answer.GetProperty("credit").GetString(), answer.GetProperty("caption").GetString()));
    }

    [Fact]
    public async Task The_form_without_script_takes_several_says_what_became_of_each_and_knows_what_it_has()
    {
        using var translator = Newsroom.As(await Person("Tra", AccountRole.Translator));
        var known = Fresh();
        using var one = await Send(translator, null, (known, "known.jpg", "image/jpeg"));
        Assert.Matches("^/desk/pictures/[0-9]+$", one.Headers.Location!.ToString());

        using var several = await Send(translator, null, (known, "again.jpg", "image/jpeg"), (Fresh(), "new.jpg", "image/jpeg"), (HostileFiles.Gif(3), "moves.gif", "image/gif"), ("no picture"u8.ToArray(), "text.jpg", "image/jpeg"));
        Assert.Equal("/desk/pictures", several.Headers.Location!.ToString());
        var page = await translator.GetStringAsync("/desk/pictures", Cancel);

        Assert.Contains("again.jpg was here already.", page, StringComparison.Ordinal);
        Assert.Contains("Added: new.jpg.", page, StringComparison.Ordinal);
        Assert.Contains("Added: moves.gif. Of its 3 frames the first is kept.", page, StringComparison.Ordinal);
        Assert.Contains("text.jpg: This is not a JPEG, PNG, WebP, AVIF or GIF picture.", page, StringComparison.Ordinal);
        using var none = await Send(translator, null);
        Assert.Contains("Choose a file first.", await translator.GetStringAsync(none.Headers.Location, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_too_large_is_refused_before_it_is_read()
    {
        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));
        using var body = new ByteArrayContent([]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/pictures") { Content = body };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        request.Content.Headers.ContentLength = 90_000_000;

        using var response = await editor.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("one form takes 63,963,136 bytes", await editor.GetStringAsync(response.Headers.Location, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_may_bring_pictures_and_nobody_else()
    {
        foreach (var role in Enum.GetValues<AccountRole>().Except([AccountRole.Moderator]))
        {
            using var member = Newsroom.As(await Person($"Member{role}", role));
            Assert.True((await Ask(member, Fresh())).TryGetProperty("id", out _));
        }

        foreach (var other in new[] { await Person("Rita"), await Person("Mod", AccountRole.Moderator) })
        {
            using var reader = Newsroom.As(other);
            using var refused = await reader.PostAsync("/desk/pictures", new MultipartFormDataContent(), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var editor = Newsroom.As(await Person("Ed", AccountRole.Editor));
        using var without = await editor.PostAsync("/desk/pictures", new MultipartFormDataContent { { new ByteArrayContent(Fresh()), "picture", "tram.jpg" } }, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    private static byte[] Half(byte[] content) => content[..(content.Length / 2)];
}

public sealed class UploadsOnSqlite(SqliteNewsroom newsroom) : UploadTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class UploadsOnPostgres : UploadTests
{
    public UploadsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
