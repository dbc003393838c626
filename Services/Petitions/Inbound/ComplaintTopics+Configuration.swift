import Contracts
import ServiceKit

extension ComplaintTopics {
  /// The bindings as configured (`COMPLAINT_TOPICS`), or the one standard topic for every source.
  init(configured topics: [ComplaintTopic], prefix: TopicPrefix) throws(ComplaintTopicsError) {
    guard !topics.isEmpty else {
      self.init(prefix: prefix)
      return
    }
    let bindings = topics.map { "\($0.topic)=\($0.sources?.sorted().joined(separator: ",") ?? "*")" }
    try self.init(parsing: bindings.joined(separator: ";"))
  }
}
