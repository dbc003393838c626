import Contracts

/// Where a replay stands, so that whoever takes it over goes on there.
struct ReplayProgress: Sendable, Equatable {
  /// A partition that is read.
  struct Stretch: Sendable, Equatable {
    var next: Int64
    let end: Int64
  }

  /// The ordinal of the last failed delivery that was looked at.
  var ordinal: Int64 = 0
  /// By `topic/partition`; nil before the topics were looked at.
  var stretches: [String: Stretch]?

  /// The first partition with something left, in the order of the names.
  var open: String? { stretches?.filter { $0.value.next < $0.value.end }.keys.min() }
}

extension ReplayProgress {
  var json: JSON {
    var object = JSONObject()
    object.set("ordinal", ordinal)
    if let stretches {
      var read = JSONObject()
      for (name, stretch) in stretches.sorted(by: { $0.key < $1.key }) {
        read.set(name, JSON.array([.integer(stretch.next), .integer(stretch.end)]))
      }
      object.set("stretches", .object(read))
    }
    return .object(object)
  }

  /// Nil for what no version of this service writes.
  init?(_ json: JSON) {
    ordinal = json["ordinal"]?.integer.map { Int64($0) } ?? 0
    guard let read = json["stretches"]?.object else { return }
    var stretches: [String: Stretch] = [:]
    for (name, value) in read.members.map({ ($0.name, $0.value) }) {
      guard let pair = value.array, pair.count == 2, let next = pair[0].integer, let end = pair[1].integer else {
        return nil
      }
      stretches[name] = Stretch(next: Int64(next), end: Int64(end))
    }
    self.stretches = stretches
  }
}
