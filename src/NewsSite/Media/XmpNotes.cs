using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NewsSite.Media;

/// <summary>Reads the IPTC's fields from XMP (ISO 16684-1), which is RDF in XML.</summary>
internal static class XmpNotes
{
    /// <summary>The longest packet read, in bytes.</summary>
    private const int MaxBytes = 512 * 1024;

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private static readonly XNamespace Rights = "http://ns.adobe.com/xap/1.0/rights/";
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static readonly XNamespace CreativeCommons = "http://creativecommons.org/ns#";

    private static readonly EmbeddedNotes None = new(null, null, null, null, null, null, null);

    // Entities are how a small packet becomes a large one, or a file read from the disk.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxBytes };

    public static EmbeddedNotes Read(byte[] packet)
    {
        if (packet.Length is 0 or > MaxBytes)
        {
            return None;
        }

        try
        {
            // Packets are padded, some with zeros, so that programs can write into them in place.
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(packet).Trim('\0', '\uFEFF', ' ', '\n', '\r', '\t')), Settings);
            var descriptions = XDocument.Load(reader).Descendants(Rdf + "Description").ToList();
            return new EmbeddedNotes(
                Text(descriptions, Dc + "creator"),
                Text(descriptions, Photoshop + "Credit"),
                Text(descriptions, Dc + "rights"),
                Text(descriptions, Dc + "description"),
                Text(descriptions, Iptc + "AltTextAccessibility"),
                Text(descriptions, Rights + "UsageTerms"),
                NoteText.Address(Raw(descriptions, CreativeCommons + "license")) ?? NoteText.Address(Raw(descriptions, Rights + "WebStatement")));
        }
        catch (XmlException)
        {
            return None;
        }
    }

    private static string? Text(List<XElement> descriptions, XName name) => NoteText.Clean(Raw(descriptions, name));

    /// <summary>The property as an attribute or an element; of alternatives the default, of a list all with commas between.</summary>
    private static string? Raw(List<XElement> descriptions, XName name)
    {
        foreach (var description in descriptions)
        {
            if (description.Attribute(name) is { } attribute)
            {
                return attribute.Value;
            }

            if (description.Element(name) is not { } element)
            {
                continue;
            }

            if (element.Element(Rdf + "Alt") is { } alternatives)
            {
                var all = alternatives.Elements(Rdf + "li").ToList();
                return (all.Find(li => (string?)li.Attribute(XNamespace.Xml + "lang") == "x-default") ?? all.FirstOrDefault())?.Value;
            }

            var items = element.Descendants(Rdf + "li").Select(li => li.Value).Where(v => !string.IsNullOrWhiteSpace(v)).ToList();
            return items.Count > 0 ? string.Join(", ", items) : (string?)element.Attribute(Rdf + "resource") ?? element.Value;
        }

        return null;
    }
}
