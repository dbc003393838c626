import Postgres

/// The state of delivery of one subject.
struct FindSubjectState: Sendable {
  /// - Parameters:
  ///   - regions: messages outside of them are not looked at.
  ///   - withDeliveries: whether to count deliveries to agencies too, which belong to no region.
  /// - Returns: nil when nothing was told about it.
  func callAsFunction(
    _ subject: String, regions: [String], withDeliveries: Bool, on connection: PostgresConnection
  ) async throws -> SubjectState? {
    let records =
      regions.isEmpty ? [] : try await MessageRecordStore.latest(of: subject, regions: regions, on: connection)
    let deliveries = withDeliveries ? try await DeliveryRecordStore.counts(of: subject, on: connection) : [:]
    let state = SubjectState(subject: subject, records: records, deliveries: deliveries)
    return state.isEmpty ? nil : state
  }
}
