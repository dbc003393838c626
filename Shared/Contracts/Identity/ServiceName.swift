/// The four services, as they are named in topics, groups, schemas and sources.
public enum ServiceName: String, Sendable, CaseIterable {
  case petitions
  case scoring
  case compensation
  case notifications
}
