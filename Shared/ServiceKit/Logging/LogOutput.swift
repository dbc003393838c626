import Glibc
import Synchronization

/// Where log records go: a file descriptor that takes each record in one piece.
///
/// A record is one `write`, so that records of several threads, or of several processes on one pipe, are not
/// interleaved (POSIX promises this for pipes up to `PIPE_BUF`). What cannot be written is dropped: a service must
/// not fail because nobody reads its log.
public final class LogOutput: Sendable {
  /// The error stream of the process, where containers expect logs; results of subcommands go to standard output.
  public static let standardError = LogOutput(descriptor: STDERR_FILENO)

  private let lock = Mutex(())
  private let descriptor: Int32

  /// - Parameter descriptor: stays the caller's to close.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes one record with its line break. Never throws and never traps.
  func write(_ record: [UInt8]) {
    lock.withLock { _ in
      record.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
          if written > 0 {
            rest = rest.dropFirst(written)
          } else if written < 0, errno == EINTR {
            continue
          } else {
            return
          }
        }
      }
    }
  }
}
