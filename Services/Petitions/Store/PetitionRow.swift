import Contracts
import FoundationEssentials
import Postgres

/// A petition as it stands in its row.
struct PetitionRow {
  typealias Columns = (
    UUID, UUID, Int64, UUID, String, String, String, String, String, String, String, String?, Bool, String, Date,
    String, Int64, Int, UUID, Date?, Date?, UUID?, Date?, Date?, Date?, String?, Date, String?,
    Int64, String?, String?, Int?, String?
  )

  /// In the order of ``Columns``.
  static let columns: SQL = """
    id, event, entry, content, number, source, external_id, channel, category, region, unit, subject, is_secret, reach,
    received_at, status, sequence, supplements, acceptance_basis, acceptance_met_at, acceptance_overdue_at,
    conclusion_basis, conclusion_start, conclusion_met_at, conclusion_overdue_at, file::text, updated_at, clocks::text,
    version, area, grid, visitors, supervisor
    """

  let columns: Columns
  private let clocks: [StoredClock]

  init(columns: Columns) throws {
    self.columns = columns
    clocks = try columns.27.map { try StoredClock.read($0) } ?? []
  }

  /// The hash of what the first complaint said.
  var content: UUID { columns.3 }
  var bases: [UUID] { clocks.isEmpty ? [columns.18] + [columns.21].compactMap { $0 } : clocks.map(\.basis) }

  func petition(_ bases: [UUID: DeadlineBasis]) throws -> Petition {
    let failure = StoredValueError(table: "petition", id: columns.0.lowercased)
    guard let channel = IntakeChannel(rawValue: columns.7), let category = Category(rawValue: columns.8),
      let status = PetitionStatus(rawValue: columns.15)
    else { throw failure }
    var clocks = try clocks(bases)
    guard let first = clocks.firstIndex(where: { $0.kind == .acceptance }) else { throw failure }
    let acceptance = clocks.remove(at: first)
    let running = columns.21 == nil ? nil : clocks.firstIndex { $0.kind == .conclusion }
    let conclusion = running.map { clocks.remove(at: $0) }
    var petition = Petition(
      id: columns.0, entry: columns.2, number: columns.4, source: columns.5, externalId: columns.6,
      correlation: columns.1, region: columns.9, channel: channel, category: category, subjectKey: columns.11,
      isSecret: columns.12, reach: Reach(text: columns.13), receivedAt: columns.14, suggestedUnit: columns.10,
      status: status, sequence: columns.16, supplements: columns.17, acceptance: acceptance, conclusion: conclusion,
      clocks: clocks, file: CaseFile(), updatedAt: columns.26, version: columns.28)
    petition.particulars = Particulars(
      area: columns.29, grid: columns.30, visitors: columns.31, supervisor: columns.32)
    if let text = columns.25 {
      petition.file = try CaseFile(json: try JSON(parsing: Array(text.utf8), limits: .storedFile), path: "file")
    } else {
      petition.openFirstContact()
    }
    return petition
  }

  /// The clocks in the order of `Petition.allClocks`; from the columns where the list is not written yet.
  private func clocks(_ bases: [UUID: DeadlineBasis]) throws -> [Deadline] {
    let failure = StoredValueError(table: "petition", id: columns.0.lowercased)
    guard clocks.isEmpty else {
      return try clocks.map { stored in
        guard let clock = stored.clock(bases) else { throw failure }
        return clock
      }
    }
    guard let acceptance = bases[columns.18] else { throw failure }
    var found = [Deadline(basis: acceptance, start: columns.14, metAt: columns.19, overdueAt: columns.20)]
    if let id = columns.21, let start = columns.22 {
      guard let basis = bases[id] else { throw failure }
      found.append(Deadline(basis: basis, start: start, metAt: columns.23, overdueAt: columns.24))
    }
    return found
  }
}

extension JSONLimits {
  /// What we wrote ourselves: only so large that a damaged row cannot take the memory.
  static let storedFile = JSONLimits(maximumBytes: 64 << 20)
}
