import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// An expert as staff see it.
enum ExpertView {
  static func json(_ expert: Expert) -> JSON {
    var object = expert.form.json.object ?? JSONObject()
    object.set("expertNumber", expert.number)
    object.set("active", expert.isActive)
    object.set("version", expert.version)
    return .object(object)
  }

  private static let columns = ["编号", "地区", "级别", "姓名", "领域", "职称", "工作单位", "在库"]

  /// The whole list as a table, page by page.
  static func table(_ filter: ExpertStore.Filter, runner: UnitOfWorkRunner) -> CSVStream {
    CSVStream(fileName: "experts.csv", columns: columns) {
      let pages = Pages(filter, runner: runner)
      return { try await pages.next()?.map(row) }
    }
  }

  private static func row(_ expert: Expert) -> [String] {
    let form = expert.form
    return [
      expert.number, form.region, form.level == .city ? "市级" : "县级", form.name,
      form.fields.map(\.rawValue).joined(separator: " "), form.grade, form.employer, expert.isActive ? "是" : "否",
    ]
  }

  /// The pages of a table, one after the other.
  private actor Pages {
    private var filter: ExpertStore.Filter
    private let runner: UnitOfWorkRunner
    private var isDone = false

    init(_ filter: ExpertStore.Filter, runner: UnitOfWorkRunner) {
      self.filter = filter
      self.runner = runner
    }

    func next() async throws -> [Expert]? {
      guard !isDone else { return nil }
      let wanted = filter
      let found = try await runner.read { try await ExpertStore.list(wanted, on: $0) }
      isDone = found.count < filter.limit
      filter.before = found.last?.entry
      return found.map(\.expert)
    }
  }
}
