import Hummingbird
import NIOCore
import ServiceKit
import Synchronization

/// Takes an answer instead of the network.
final class BodyCollector: ResponseBodyWriter {
  private let limit: Int
  private let collected = Mutex<[UInt8]>([])

  init(limit: Int) { self.limit = limit }

  var bytes: [UInt8] { collected.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws {
    let count = collected.withLock { bytes in
      bytes += buffer.readableBytesView
      return bytes.count
    }
    guard count <= limit else {
      throw Problem(status: 502, code: "page-unreadable", title: "The answer of the API is larger than a page shows")
    }
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
