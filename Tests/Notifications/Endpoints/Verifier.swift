import Foundation
import Support

/// Independent implementations of Standard Webhooks: its own Python library for `v1`, OpenSSL for `v1a`.
enum Verifier {
  /// What the Python library `standardwebhooks` says to a request with this secret.
  static func accepts(_ request: Receiver.Request, secret: String) async throws -> Bool {
    let script = """
      import sys
      from standardwebhooks.webhooks import Webhook, WebhookVerificationError
      names = ("webhook-id", "webhook-timestamp", "webhook-signature")
      try:
          Webhook(sys.argv[1]).verify(sys.stdin.buffer.read(), dict(zip(names, sys.argv[2:5])))
          print("accepted")
      except WebhookVerificationError as error:
          print("refused", error)
      """
    let headers = ["webhook-id", "webhook-timestamp", "webhook-signature"].map { request.headers[$0] ?? "" }
    let (status, output) = try await Tool.run(
      try Surroundings.python, ["-c", script, secret] + headers, input: request.body)
    guard status == 0 else { throw Failed(output: output) }
    return output.hasPrefix("accepted")
  }

  /// What OpenSSL says to the ed25519 signatures of a request with this public key (`whpk_…`).
  static func accepts(_ request: Receiver.Request, publicKey: String) async throws -> Bool {
    let raw = Data(base64Encoded: String(publicKey.dropFirst("whpk_".count))) ?? Data()
    // SubjectPublicKeyInfo of an ed25519 key (RFC 8410 §4) is this and its 32 bytes.
    let der = Data([0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]) + raw
    let pem = "-----BEGIN PUBLIC KEY-----\n\(der.base64EncodedString())\n-----END PUBLIC KEY-----\n"
    let signed =
      Array("\(request.headers["webhook-id"] ?? "").\(request.headers["webhook-timestamp"] ?? "").".utf8)
      + request.body
    return try await TemporaryDirectory.with { directory in
      let folder = directory.path
      try Data(pem.utf8).write(to: URL(filePath: folder + "/key.pem"))
      try Data(signed).write(to: URL(filePath: folder + "/signed"))
      for entry in (request.headers["webhook-signature"] ?? "").split(separator: " ") where entry.hasPrefix("v1a,") {
        let signature = Data(base64Encoded: String(entry.dropFirst(4))) ?? Data()
        try signature.write(to: URL(filePath: folder + "/signature"))
        let (status, _) = try await Tool.run(
          "/usr/bin/openssl",
          [
            "pkeyutl", "-verify", "-pubin", "-inkey", folder + "/key.pem", "-rawin", "-in", folder + "/signed",
            "-sigfile", folder + "/signature",
          ])
        if status == 0 { return true }
      }
      return false
    }
  }

  struct Failed: Error { let output: String }
}
