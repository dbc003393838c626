import Crypto
import Sealing
import Testing

@Suite("Keys as text")
struct SealingKeyTextTests {
  // The keys of RFC 8410 §10.3 are for Ed25519; these are the pair of RFC 7748 §6.1 (Alice) in the PEM of openssl.
  private let privatePEM = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VuBCIEIHcHbQpzGKV9PBbBclGyZkXfTC+H68CZKrF3+6UduSwq
    -----END PRIVATE KEY-----
    """
  private let publicPEM = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VuAyEAhSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=
    -----END PUBLIC KEY-----
    """

  @Test("PEM as openssl writes it is read, and the pair belongs together")
  func openssl() throws {
    let key = try SealingKeyText.privateKey(from: privatePEM)
    let publicKey = try SealingKeyText.publicKey(from: "\n\(publicPEM)\r\n")
    #expect(key.publicKey.rawRepresentation == publicKey.rawRepresentation)
    #expect(SealingKeyText.pem(of: key) == privatePEM + "\n")
    #expect(SealingKeyText.pem(of: publicKey) == publicPEM + "\n")
  }

  @Test("The 32 bytes in Base64 are read too")
  func base64() throws {
    let key = try SealingKeyText.privateKey(from: " dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=\n")
    #expect(SealingKeyText.pem(of: key) == privatePEM + "\n")
  }

  @Test("A new key survives being written and read")
  func roundTrip() throws {
    let key = SealingPrivateKey.generate(id: "vault")
    let again = try SealingPrivateKey(id: "vault", text: key.pem)
    #expect(again.pem == key.pem)
    let envelope = try Sealer(recipients: [key.recipient()]).seal([1, 2], context: [])
    #expect(try Opener(keys: [again]).open(envelope, context: []) == [1, 2])
  }

  @Test("Anything else is refused without being repeated in the error")
  func refused() {
    let texts = [
      "", "c2VjcmV0", "not base64!", publicPEM, privatePEM.replacing("PRIVATE", with: "EC PRIVATE"),
      // The same bytes as a key of Ed25519.
      privatePEM.replacing("AwBQYDK2VuBC", with: "AwBQYDK2VwBC"),
      "-----BEGIN PRIVATE KEY-----",
    ]
    for text in texts {
      do {
        _ = try SealingKeyText.privateKey(from: text)
        Issue.record("accepted: \(text)")
      } catch {
        #expect(error.code == .invalidKey)
        #expect(!error.description.contains("c2VjcmV0"))
      }
    }
    #expect(throws: SealingError.self) { try SealingKeyText.publicKey(from: privatePEM) }
  }

  @Test("Keys do not show in descriptions, debug descriptions, dumps or interpolations")
  func hidden() throws {
    let key = try SealingPrivateKey(id: "vault", text: privatePEM)
    let hasher = try SearchHasher(key: [UInt8](repeating: 0x41, count: 32))
    var dumped = ""
    dump(key, to: &dumped)
    dump(hasher, to: &dumped)
    let shown = "\(key) \(String(reflecting: key)) \(hasher) \(String(reflecting: hasher)) \([key]) \(dumped)"
    #expect(shown.contains("vault"))
    for part in ["HcHbQ", "119", "0x77", "AAAA", "65, 65", "SymmetricKey", "PrivateKey("] {
      #expect(!shown.replacing("SealingPrivateKey(", with: "").contains(part), "\(part)")
    }
  }
}
