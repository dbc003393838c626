import FoundationEssentials

/// Fetches the text of a key set.
struct KeySetSource: Sendable {
  /// Whether fetching again can bring something new.
  let isRefreshable: Bool
  let fetch: @Sendable () async throws(KeySetError) -> [UInt8]

  /// The largest key set taken.
  private static let maximumBytes = 262_144

  init(isRefreshable: Bool, fetch: @escaping @Sendable () async throws(KeySetError) -> [UInt8]) {
    self.isRefreshable = isRefreshable
    self.fetch = fetch
  }

  /// The source of a place.
  init(_ location: KeySetLocation) {
    switch location {
    case .inline(let text):
      self.init(isRefreshable: false) { () throws(KeySetError) in Array(text.utf8) }
    case .file(let path):
      // Refreshable: a mounted file is replaced when keys are rotated.
      self.init(isRefreshable: true) { () throws(KeySetError) in
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
          throw KeySetError("the key set \(path) cannot be read")
        }
        return [UInt8](data)
      }
    case .url(let url):
      self.init(isRefreshable: true) { () async throws(KeySetError) in try await Self.download(url) }
    }
  }

  private static func download(_ url: String) async throws(KeySetError) -> [UInt8] {
    let answer: (status: Int, body: [UInt8])
    do {
      answer = try await HTTPFetch.get(url, timeout: .seconds(5), maximumBytes: maximumBytes)
    } catch {
      throw KeySetError("\(url) cannot be fetched: \(error)")
    }
    guard answer.status == 200 else { throw KeySetError("\(url) answered \(answer.status)") }
    return answer.body
  }
}
