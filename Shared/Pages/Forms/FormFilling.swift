import Contracts
import FoundationEssentials

/// What the API answers, as a form that replaces it shows it.
enum FormFilling {
  static func form(
    _ entries: [FormEntry], of json: JSON, under prefix: String = "", in form: URLForm = URLForm.empty
  ) -> URLForm {
    entries.reduce(form) { form, entry in
      guard let value = json[entry.name], value != .null else { return form }
      let name = prefix + entry.name
      switch entry.shape {
      case .group(let inner): return Self.form(inner, of: value, under: name + ".", in: form)
      case .groups(let inner):
        let groups = value.array ?? []
        let counted = form.setting("\(name)._count", to: String(max(1, groups.count)))
        return groups.enumerated().reduce(counted) { form, group in
          Self.form(inner, of: group.element, under: "\(name).\(group.offset).", in: form)
        }
      case .choices:
        return (value.array ?? []).compactMap(\.string).reduce(form) { $0.setting("\(name).\($1)", to: "true") }
      case .texts:
        return form.setting(name, to: (value.array ?? []).compactMap(\.string).joined(separator: "\n"))
      case .instant: return form.setting(name, to: value.string.map(local) ?? "")
      default: return form.setting(name, to: value.string ?? value.text)
      }
    }
  }

  /// `2026-01-07T09:00` by China's clock, as a field for a local time has it.
  private static func local(_ text: String) -> String {
    guard let instant = RFC3339.date(from: text) else { return text }
    return String(RFC3339.text(of: instant.addingTimeInterval(8 * 3600)).prefix(16))
  }
}
