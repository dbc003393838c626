import Contracts

/// A complaint in the one form that tells whether two say the same, and that the vault keeps.
enum CanonicalComplaint {
  /// All fields of the contract in the contract's order, with texts as cleaned; fields we do not know are left out.
  ///
  /// An identity that the hotline sealed is replaced by the mark that there is one: sealing the same identity again
  /// gives other bytes, and a hotline that repeats a complaint must get a duplicate, not a supplement. The event's own
  /// attributes (id, time, trace) are no part of it either: a repetition may come as a new event.
  static func bytes(_ complaint: ComplaintSubmitted) -> [UInt8] {
    var complaint = complaint
    if complaint.reporter?.sealed != nil { complaint.reporter?.sealed = [1] }
    for index in complaint.visit?.representatives.indices ?? 0..<0
    where complaint.visit?.representatives[index].sealed != nil {
      complaint.visit?.representatives[index].sealed = [1]
    }
    return complaint.json.bytes
  }
}
