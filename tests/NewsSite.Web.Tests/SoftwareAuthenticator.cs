using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsSite.Web.Tests;

/// <summary>A device with one passkey, as WebAuthn describes it: it answers what a browser would pass to it.</summary>
internal sealed class SoftwareAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte CredentialIncluded = 0x40;

    private static readonly string[] Transports = ["internal"];

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string? userHandle;
    private uint uses;

    /// <summary>Makes the passkey.</summary>
    public string Create(string options, string origin = "http://localhost")
    {
        using var asked = JsonDocument.Parse(options);
        userHandle = asked.RootElement.GetProperty("user").GetProperty("id").GetString();
        var client = Client("webauthn.create", asked, origin);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, UserPresent | UserVerified | CredentialIncluded), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new { clientDataJSON = Base64Url.EncodeToString(client), attestationObject = Base64Url.EncodeToString(attestation), transports = Transports });
    }

    /// <summary>Answers with it.</summary>
    public string Get(string options, string origin = "http://localhost")
    {
        using var asked = JsonDocument.Parse(options);
        var client = Client("webauthn.get", asked, origin);
        var data = Data(asked.RootElement.GetProperty("rpId").GetString()!, UserPresent | UserVerified);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new
        {
            clientDataJSON = Base64Url.EncodeToString(client), authenticatorData = Base64Url.EncodeToString(data), signature = Base64Url.EncodeToString(signature), userHandle,
        });
    }

    public void Dispose() => key.Dispose();

    private static byte[] Client(string type, JsonDocument asked, string origin) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin, crossOrigin = false }));

    private byte[] Data(string site, int flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++uses);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)flags, .. count];
    }

    private string Answer(object response)
    {
        var name = Base64Url.EncodeToString(id);
        return JsonSerializer.Serialize(new { id = name, rawId = name, type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response });
    }
}
