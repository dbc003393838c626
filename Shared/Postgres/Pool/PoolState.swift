/// The bookkeeping of a pool: says what to do, does nothing itself.
struct PoolState {
  enum Acquisition {
    case lease(PoolEntry)
    case wait
    case closed
  }

  let maximum: Int
  private(set) var idle: [PoolEntry] = []
  private(set) var waiters: [PoolWaiter] = []
  private(set) var statistics = PostgresPoolStatistics()
  private(set) var isClosed = false
  private(set) var lastFailure: PostgresError?
  /// Connections idle since before this moment may have died with another.
  private(set) var suspectBefore: ContinuousClock.Instant?
  private var nextWaiter: UInt64 = 0

  init(maximum: Int) { self.maximum = max(1, maximum) }

  private var total: Int { idle.count + statistics.inUse + statistics.opening }

  /// Whether a lease could not be met from what is idle; those who came first go first.
  mutating func acquire() -> Acquisition {
    if isClosed { return .closed }
    guard waiters.isEmpty, let entry = idle.popLast() else { return .wait }
    statistics.inUse += 1
    statistics.leases += 1
    return .lease(entry)
  }

  mutating func waiterID() -> UInt64 {
    nextWaiter += 1
    return nextWaiter
  }

  mutating func enqueue(_ waiter: PoolWaiter) { waiters.append(waiter) }

  /// Takes a waiter out of the queue; nil when somebody else has.
  mutating func removeWaiter(_ id: UInt64, timedOut: Bool) -> PoolWaiter? {
    guard let index = waiters.firstIndex(where: { $0.id == id }) else { return nil }
    let waiter = waiters.remove(at: index)
    if timedOut { statistics.timeouts += 1 }
    statistics.waited += waiter.since.duration(to: .now)
    return waiter
  }

  /// How many connections to begin opening now; they are counted as opening from here on.
  mutating func connectionsToOpen(minimum: Int = 0) -> Int {
    guard !isClosed else { return 0 }
    // While the database cannot be reached one attempt at a time is enough.
    let wanted = lastFailure == nil ? waiters.count - statistics.opening : (statistics.opening == 0 ? waiters.count : 0)
    let missing = lastFailure == nil ? minimum - total : 0
    var count = max(0, min(max(wanted, missing), maximum - total))
    if lastFailure != nil { count = min(count, 1) }
    statistics.opening += count
    return count
  }

  /// A connection was opened: the first waiter it goes to, or nil when it is idle now.
  mutating func opened(_ entry: PoolEntry) -> PoolWaiter? {
    statistics.opening -= 1
    lastFailure = nil
    return put(entry)
  }

  /// A connection could not be opened. True: somebody waits, try again after a while in the same place.
  mutating func failedToOpen(_ error: PostgresError) -> Bool {
    lastFailure = error
    statistics.connectFailures += 1
    let goesOn = !isClosed && !waiters.isEmpty && statistics.opening == 1
    if !goesOn { statistics.opening -= 1 }
    return goesOn
  }

  /// An attempt ended without a connection or an error worth keeping.
  mutating func gaveUpOpening() { statistics.opening -= 1 }

  /// A lease ended with the connection as good as new: the first waiter it goes to, or nil when it is idle now.
  mutating func release(_ entry: PoolEntry) -> PoolWaiter? {
    statistics.inUse -= 1
    return put(entry)
  }

  /// A lease ended and the connection with it.
  mutating func discard(isLost: Bool) {
    statistics.inUse -= 1
    if isLost { suspectBefore = .now }
  }

  private mutating func put(_ entry: PoolEntry) -> PoolWaiter? {
    guard !waiters.isEmpty else {
      if !isClosed { idle.append(entry) }
      return nil
    }
    let waiter = waiters.removeFirst()
    statistics.inUse += 1
    statistics.leases += 1
    statistics.waited += waiter.since.duration(to: .now)
    return waiter
  }

  /// Takes out the idle connections that have been so for too long, down to the minimum.
  mutating func reap(idleBefore: ContinuousClock.Instant, minimum: Int) -> [PoolEntry] {
    var reaped: [PoolEntry] = []
    while let oldest = idle.first, oldest.idleSince < idleBefore, total > minimum {
      reaped.append(oldest)
      idle.removeFirst()
    }
    return reaped
  }

  /// No more leases; gives what to close and whom to refuse.
  mutating func close() -> (idle: [PoolEntry], waiters: [PoolWaiter]) {
    isClosed = true
    defer { (idle, waiters) = ([], []) }
    return (idle, waiters)
  }

  var snapshot: PostgresPoolStatistics {
    var statistics = statistics
    statistics.idle = idle.count
    statistics.waiting = waiters.count
    return statistics
  }
}
