import FoundationEssentials
import Glibc

/// Hands a reader of outside bytes many hostile inputs: it must answer each, in time, and may end the process by none.
///
/// `FUZZ_INPUTS` says how many for each reader (1,000 when it is not set), `FUZZ_SEED` which (1). The input at hand is kept
/// in `FUZZ_LAST`, when that names a folder: after a trap it is the one that did it, and belongs among the seeds then.
public enum Fuzzing {
  /// What an input showed.
  public struct Fault: Error, CustomStringConvertible {
    let reader: String
    let number: Int
    let seed: UInt64
    let input: [UInt8]
    let reason: String

    public var description: String {
      "\(reader), input \(number) of seed \(seed): \(reason)\n\(String(decoding: input.prefix(2_000), as: UTF8.self))"
    }
  }

  /// A property that does not hold.
  public struct Broken: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
  }

  /// The longest that one input may take: far more than any needs, far less than what would hold a service up.
  private static let patience = Duration.seconds(5)

  private static func number(_ name: String, _ otherwise: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? otherwise
  }

  /// - Parameters:
  ///   - reader: its name, in words.
  ///   - seeds: good inputs.
  ///   - words: what its language knows.
  ///   - judge: reads the input, as hostile as it is; throws ``Broken`` when a property does not hold, nothing else.
  /// - Throws: ``Fault`` with the input.
  public static func run(
    _ reader: String, seeds: [[UInt8]], words: [String] = [], judge: ([UInt8]) async throws -> Void
  ) async throws {
    let seed = UInt64(number("FUZZ_SEED", 1))
    var mutator = FuzzMutator(seeds: seeds, words: words, seed: seed)
    let last = try Last(reader)
    let began = ContinuousClock.now
    let count = number("FUZZ_INPUTS", 1_000)
    for number in 0..<count {
      let input = mutator.next()
      last.keep(input)
      let started = ContinuousClock.now
      do {
        try await judge(input)
      } catch {
        throw Fault(reader: reader, number: number, seed: seed, input: input, reason: "\(error)")
      }
      guard started.duration(to: .now) < patience else {
        throw Fault(
          reader: reader, number: number, seed: seed, input: input, reason: "takes \(started.duration(to: .now))")
      }
    }
    last.remove()
    let seconds = Double(began.duration(to: .now).components.seconds) + 1
    print("  fuzzed: \(reader), \(count) inputs of seed \(seed), at least \(Int(Double(count) / seconds)) a second")
  }

  /// Where the input at hand is.
  private struct Last {
    private let file: Int32
    private let path: String?

    init(_ reader: String) throws {
      guard let folder = ProcessInfo.processInfo.environment["FUZZ_LAST"] else {
        (file, path) = (-1, nil)
        return
      }
      let path = folder + "/" + reader.split(separator: " ").joined(separator: "-")
      file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      guard file >= 0 else { throw Broken("\(path) cannot be written") }
      self.path = path
    }

    func keep(_ input: [UInt8]) {
      guard file >= 0 else { return }
      _ = input.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
      ftruncate(file, input.count)
    }

    func remove() {
      guard let path else { return }
      close(file)
      unlink(path)
    }
  }
}
