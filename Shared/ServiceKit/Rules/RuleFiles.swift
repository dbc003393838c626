import Civics
import Crypto
import FoundationEssentials

/// Reads the rule packs (`*.yaml`) of a directory and the calendars in its folder `calendars`.
enum RuleFiles {
  static func read(_ directory: String) throws -> [RuleStore.Document] {
    let packs = try files(in: directory).map { path in
      let pack = try RulePack(yaml: try text(path), file: path)
      return RuleStore.Document(
        kind: .pack, hash: pack.hash, name: "\(pack.name) \(pack.version)", body: pack.canonicalBytes)
    }
    let calendars = try files(in: directory + "/calendars").map { path in
      let text = try text(path)
      let year = try WorkingCalendarYear(yaml: text, file: path)
      let hash = SHA256.hash(data: Array(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      return RuleStore.Document(kind: .calendar, hash: hash.joined(), name: "\(year.year)", body: Array(text.utf8))
    }
    return packs + calendars
  }

  private static func files(in directory: String) throws -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: directory)
    } catch {
      throw CommandFailure(
        .data, "the directory \(directory) cannot be read", remedy: "Give the directory of the packs.")
    }
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { directory + "/" + $0 }
  }

  private static func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.data, "the file \(path) cannot be read")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
