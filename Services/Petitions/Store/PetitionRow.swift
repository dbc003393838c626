import Contracts
import FoundationEssentials
import Postgres

/// A petition as it stands in its two rows: the wide one that staff change, and the narrow one that changes by itself.
struct PetitionRow {
  typealias Columns = (
    UUID, UUID, Int64, UUID, String, String, String, String, String, String, String, String?, Bool, String, Date,
    String, Int, String?, String?, String?, Int?, String?, UUID, String?, Int64, Int?, Int64, Date
  )

  /// In the order of ``Columns``.
  static let columns: SQL = """
    id, event, petition.entry, content, number, source, external_id, channel, category, region, unit, subject, is_secret,
    reach, received_at, status, supplements, file::text, area, grid, visitors, supervisor, acceptance_basis,
    clocks::text, sequence, repeats, version, updated_at
    """

  /// Where the columns are found.
  static let source: SQL = "petition join petition_clock clock using (entry)"

  let columns: Columns
  private let clocks: [StoredClock]

  init(columns: Columns) throws {
    self.columns = columns
    clocks = try columns.23.map { try StoredClock.read($0) } ?? []
  }

  /// The hash of what the first complaint said.
  var content: UUID { columns.3 }
  var bases: [UUID] { clocks.isEmpty ? [columns.22] : clocks.map(\.basis) }

  func petition(_ bases: [UUID: DeadlineBasis]) throws -> Petition {
    let failure = StoredValueError(table: "petition", id: columns.0.lowercased)
    guard let channel = IntakeChannel(rawValue: columns.7), let category = Category(rawValue: columns.8),
      let status = PetitionStatus(rawValue: columns.15),
      var clocks = StoredClock.clocks(clocks, received: columns.14, acceptance: columns.22, bases),
      let first = clocks.firstIndex(where: { $0.kind == .acceptance })
    else { throw failure }
    let acceptance = clocks.remove(at: first)
    // Those of answers that no longer stand come after the present one.
    let conclusion = clocks.firstIndex { $0.kind == .conclusion }.map { clocks.remove(at: $0) }
    var petition = Petition(
      id: columns.0, entry: columns.2, number: columns.4, source: columns.5, externalId: columns.6,
      correlation: columns.1, region: columns.9, channel: channel, category: category, subjectKey: columns.11,
      isSecret: columns.12, reach: Reach(text: columns.13), receivedAt: columns.14, suggestedUnit: columns.10,
      status: status, sequence: columns.24, supplements: columns.16, acceptance: acceptance, conclusion: conclusion,
      clocks: clocks, file: CaseFile(), updatedAt: columns.27, version: columns.26)
    petition.particulars = Particulars(
      area: columns.18, grid: columns.19, visitors: columns.20, supervisor: columns.21)
    petition.repeats = columns.25
    if let text = columns.17 {
      petition.file = try CaseFile(json: try JSON(parsing: Array(text.utf8), limits: .storedFile), path: "file")
    } else {
      petition.openFirstContact()
    }
    return petition
  }
}

extension JSONLimits {
  /// What we wrote ourselves: only so large that a damaged row cannot take the memory.
  static let storedFile = JSONLimits(maximumBytes: 64 << 20)
}
