using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace NewsSite.Seeds;

/// <summary>
/// Reads the YAML the format uses: one document, no anchors, nested no deeper than <see cref="MaxDepth"/>. Aliases would let a small file grow without
/// end, and the library builds nodes by recursion, which a deep file would exhaust.
/// </summary>
internal sealed partial class SeedYaml : IParser
{
    /// <summary>How deeply a file may nest; a thread takes two levels for each reply.</summary>
    public const int MaxDepth = 500;

    private readonly Parser parser;
    private int depth;

    private SeedYaml(string yaml) => parser = new Parser(new StringReader(yaml));

    /// <inheritdoc/>
    public ParsingEvent? Current => parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (!parser.MoveNext())
        {
            return false;
        }

        depth += Current!.NestingIncrease;
        if (Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw new YamlException(Current.Start, Current.End, "anchors and aliases are not used here.");
        }

        // The stream and the document count as levels, too.
        return depth - 2 <= MaxDepth ? true : throw new YamlException(Current.Start, Current.End, $"it nests deeper than {MaxDepth} levels.");
    }

    /// <summary>The root of the only document; null, with a problem noted, where there is none.</summary>
    public static YamlNode? Root(string yaml, string file, int lineOffset, List<SeedProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new SeedYaml(yaml));
            switch (stream.Documents)
            {
                case [var only]:
                    return only.RootNode;
                case []:
                    problems.Add(new SeedProblem(file, 1 + lineOffset, "The file is empty."));
                    return null;
                case [_, var second, ..]:
                    problems.Add(new SeedProblem(file, (int)second.RootNode.Start.Line + lineOffset, "A second document begins here; a file holds one."));
                    return null;
            }
        }
        catch (YamlException broken)
        {
            // The library repeats the place in the message, counted without the lines above the front matter.
            var reason = Place().Replace((broken.InnerException ?? broken).Message, "");
            problems.Add(new SeedProblem(file, Math.Max(1, (int)broken.Start.Line) + lineOffset, $"This is not well-formed YAML: {reason}"));
        }

        return null;
    }

    [GeneratedRegex(@"^\(Line: .*?\) - \(Line: .*?\): ", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
