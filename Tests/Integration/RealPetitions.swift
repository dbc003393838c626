import Contracts
import Foundation
import Kafka
import Support

/// The petitions of one city's river complaints, as they were written; read where they lie beside the checkout, never kept
/// here and never printed.
struct RealPetitions: Sendable {
  struct Petition: Sendable {
    let number: String
    let region: String
    let channel: IntakeChannel
    let title: String
    let words: String
    let day: String
  }

  let petitions: [Petition]

  static let path = "\(Surroundings.root)/../shared/data/zh_fuzhou_river_petitions.csv"
  static var isThere: Bool { FileManager.default.isReadableFile(atPath: path) }

  private struct Malformed: Error {
    let line: String
  }

  private static let regions = [
    "鼓楼区": "350102", "台江区": "350103", "仓山区": "350104", "马尾区": "350105", "晋安区": "350111",
  ]
  /// The file's channels by ours: web and app are the platform, all that is typed on a telephone into a public account is
  /// WeChat's kind.
  private static let channels: [String: IntakeChannel] = [
    "网站": .platform12369, "e福州app": .platform12369, "电话": .hotline12369, "短信": .hotline12369,
    "12345app": .hotline12345, "微信": .wechatPublic, "qq": .wechatPublic, "微博": .wechatPublic, "邮件": .email,
  ]

  init() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    petitions = try Self.rows(text).dropFirst().map { row in
      guard row.count > 8, let region = Self.regions[row[1]], let channel = Self.channels[row[4]] else {
        throw Malformed(line: row.first ?? "")
      }
      return Petition(number: row[0], region: region, channel: channel, title: row[5], words: row[8], day: row[6])
    }
  }

  /// As a hotline would publish one.
  func record(_ petition: Petition, topic: String) -> KafkaRecord {
    let complaint = ComplaintSubmitted(
      externalId: "FZ-\(petition.number)", channel: petition.channel, region: petition.region, category: .water,
      content: petition.title + "\n" + petition.words, occurredAt: RFC3339.date(from: "\(petition.day)T00:00:00+08:00"))
    let event = CloudEvent(
      complaint, id: EventIdentity.cause(source: "replay", id: petition.number), source: .petitions, time: Date())
    var (headers, value) = CloudEventCodec.encodeBinary(event)
    headers = headers.map { $0.name == "ce_source" ? ($0.name, Array("/hotline/fuzhou".utf8)) : $0 }
    return KafkaRecord(
      topic: topic, key: Array(petition.number.utf8), value: value,
      headers: headers.map { KafkaHeader($0.name, $0.value) })
  }

  /// Numbers of petitions with equal title and words, in groups of two and more.
  var equals: [[String]] {
    Dictionary(grouping: petitions) { [$0.region, $0.title, $0.words] }.values.filter { $0.count > 1 }
      .map { $0.map(\.number) }
  }

  /// The fields of each line (RFC 4180): quotes, quotes in quotes, line breaks in quotes.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }[...]
    func end() { row.append(String(field)); field = .init() }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.append(scalar)
        scalars = scalars.dropFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: end()
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        end()
        rows.append(row)
        row = []
      default: field.append(scalar)
      }
    }
    if !field.isEmpty || !row.isEmpty {
      end()
      rows.append(row)
    }
    return rows
  }
}
