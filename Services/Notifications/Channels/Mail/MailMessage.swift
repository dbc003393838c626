import Civics
import Contracts
import FoundationEssentials

/// An e-mail (RFC 5322, RFC 2045): one addressee, plain text and, where there is one, the same as HTML.
struct MailMessage: Sendable {
  let from: MailAddress
  let fromName: String?
  let to: MailAddress
  let toName: String?
  /// Stays the same in every attempt, so that a mailbox can make one of two.
  let id: UUID
  let date: Date
  let content: RenderedMessage

  /// The bytes as they are sent, lines ended by CR LF, without the dot at the end.
  var bytes: [UInt8] {
    var lines = [
      "From: \(Self.mailbox(from, fromName))", "To: \(Self.mailbox(to, toName))",
      "Subject: \(MailText.encoded(content.title))", "Date: \(MailText.date(date))",
      "Message-ID: <\(id.lowercased)@\(from.domain)>", "MIME-Version: 1.0",
      "Content-Language: \(content.language.rawValue)", "Auto-Submitted: auto-generated",
    ]
    lines += body
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  private var body: [String] {
    guard let html = content.html else { return Self.part(content.text, type: "text/plain") }
    // Base64 holds no underscore: the boundary cannot stand in a part.
    let boundary = "_\(id.lowercased)_"
    var lines = ["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""]
    for (text, type) in [(content.text, "text/plain"), (html, "text/html")] {
      lines += ["--\(boundary)"] + Self.part(text, type: type)
    }
    return lines + ["--\(boundary)--"]
  }

  private static func part(_ text: String, type: String) -> [String] {
    [
      "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
    ] + MailText.base64Lines(text)
  }

  private static func mailbox(_ address: MailAddress, _ name: String?) -> String {
    guard let name, !name.isEmpty else { return "<\(address.text)>" }
    return "\(MailText.encoded(name)) <\(address.text)>"
  }
}
