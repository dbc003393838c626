import Contracts

extension ConfigurationType where Value == ComplaintTopics {
  /// See ``ComplaintTopics`` for the grammar.
  static var complaintTopics: Self {
    Self(name: "list", range: "topic=source,source;topic=* (a source may end in /*; * is every other source)") { text in
      try? ComplaintTopics(parsing: text)
    }
  }
}
