import Contracts

/// The error codes of a service's HTTP interface with their remedies, as the documentation has them.
struct ErrorTable {
  private let kinds: [(code: String, status: Int64, title: String, remedy: String)]

  /// - Throws: when the contract cannot be read.
  init(_ contract: HTTPContract) throws(HTTPContractError) {
    let table = OpenAPIProblems(try contract.cards().problems).table
    kinds = (table.object?.members ?? []).map { member in
      (
        member.name, member.value["status"]?.integer ?? 0, member.value["title"]?.string ?? "",
        member.value["remedy"]?.string ?? ""
      )
    }
  }

  /// A row for each code, sorted by status and code.
  var markdown: String {
    let rows = kinds.sorted { ($0.status, $0.code) < ($1.status, $1.code) }.map {
      "| \($0.status) | `\($0.code)` | \($0.title) | \($0.remedy) |\n"
    }
    return "| status | code | what is wrong | remedy |\n|---|---|---|---|\n" + rows.joined()
  }
}
