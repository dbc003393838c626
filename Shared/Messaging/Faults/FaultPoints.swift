import Synchronization

/// Named places in the code where a test may kill or freeze the process, to prove that nothing is lost, doubled or
/// reordered whatever happens when.
///
/// A test instrument only: a service takes it from `FAULT_POINTS` and refuses that key in production. Without a
/// specification `reach(_:)` is one comparison, so the calls stay in the released code and the code under test is
/// the code that runs.
///
/// A specification is a comma-separated list of `point=action@hit`:
///
///     relay.after-produce=kill@3,inbound.in-transaction=stop@1
///
/// - `kill` ends the process with SIGKILL: nothing is flushed, closed or rolled back by us.
/// - `stop` freezes it with SIGSTOP until somebody sends SIGCONT: the process that was presumed dead and returns.
/// - `sleep:MILLISECONDS` blocks the calling thread: the slow disk, the long collection, the lost network.
/// - `hit` counts from one, over all threads, since the start of the process; without `@hit` it is the first.
///   `@*` acts at every hit.
public struct FaultPoints: Sendable {
  /// No fault anywhere.
  public static let none = FaultPoints()

  private let plans: Plans?

  private init() {
    plans = nil
  }

  /// - Parameter specification: the list described above; empty or blank means no faults.
  /// - Throws: ``FaultPointsError`` naming the entry that cannot be read. A misspelt specification must stop the
  ///   test, else it would pass without its fault.
  public init(specification: String) throws(FaultPointsError) {
    try self.init(specification: specification, perform: { $0.perform() })
  }

  /// - Parameter perform: what acting means; tests of this type look on instead of dying.
  init(
    specification: String, perform: @escaping @Sendable (FaultAction) -> Void
  ) throws(FaultPointsError) {
    var entries: [String: [FaultPlan]] = [:]
    for entry in specification.split(separator: ",") {
      let text = entry.filter { !$0.isWhitespace }
      guard !text.isEmpty else { continue }
      guard let (name, plan) = FaultPlan.read(text) else { throw FaultPointsError(entry: text) }
      entries[name, default: []].append(plan)
    }
    plans = entries.isEmpty ? nil : Plans(entries: entries, perform: perform)
  }

  /// Whether no fault is planned.
  public var isEmpty: Bool { plans == nil }

  /// The names of the points that have a fault planned, sorted.
  public var names: [String] { plans.map { $0.entries.keys.sorted() } ?? [] }

  /// Marks that the code has come to the point of this name; acts when a fault is planned for this hit.
  public func reach(_ name: String) {
    guard let plans else { return }
    plans.reach(name)
  }
}

extension FaultPoints {
  /// The planned faults and how often each point has been reached.
  private final class Plans: Sendable {
    let entries: [String: [FaultPlan]]
    private let hits = Mutex<[String: Int]>([:])
    private let perform: @Sendable (FaultAction) -> Void

    init(entries: [String: [FaultPlan]], perform: @escaping @Sendable (FaultAction) -> Void) {
      self.entries = entries
      self.perform = perform
    }

    func reach(_ name: String) {
      guard let planned = entries[name] else { return }
      let hit = hits.withLock { hits in
        hits[name, default: 0] += 1
        return hits[name, default: 0]
      }
      // Outside the lock: a process that is frozen here must not keep other threads out when it wakes up.
      for plan in planned where plan.hit == nil || plan.hit == hit {
        perform(plan.action)
      }
    }
  }
}
