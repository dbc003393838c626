import FoundationEssentials
import Glibc

/// How far a long piece of work is: one line that is written over on a terminal, a line now and then elsewhere.
struct ProgressDisplay {
  private let total: Int
  private let began = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var done = 0
  private var shown = ContinuousClock.now

  init(total: Int) { self.total = total }

  /// Counts what was done.
  mutating func advance(by count: Int, remark: String) {
    done += count
    let now = ContinuousClock.now
    guard isTerminal || now - shown >= .seconds(5) else { return }
    shown = now
    write("\(text), \(remark)", end: isTerminal ? "" : "\n")
  }

  /// A line of its own, to keep.
  mutating func line(_ text: String) {
    if isTerminal { FileHandle.write("\r\u{1B}[K", to: STDERR_FILENO) }
    print(text)
  }

  mutating func finish(_ remark: String) {
    write("\(text), \(remark)", end: "\n")
  }

  private var text: String {
    let seconds = Int((ContinuousClock.now - began).components.seconds)
    // The database's own count of rows is a guess.
    let whole = total >= done && total > 0 ? " of about \(total), \(done * 100 / total) %" : ""
    return "\(done) subjects\(whole), \(seconds) s"
  }

  private func write(_ text: String, end: String) {
    FileHandle.write((isTerminal ? "\r\u{1B}[K" : "") + text + end, to: STDERR_FILENO)
  }
}

/// Writing to a file descriptor; what cannot be written is lost, it is a display.
private enum FileHandle {
  static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}
