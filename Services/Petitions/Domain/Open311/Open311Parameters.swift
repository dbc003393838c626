import Contracts

/// The parameters of a query or of a form (application/x-www-form-urlencoded).
struct Open311Parameters: Sendable {
  private let form: URLForm

  /// Reads `name=value` pairs; of a name that comes twice the first counts.
  /// - Throws: ``Open311Error`` 400 for too many, and for what is not UTF-8 behind its percent signs.
  init(_ text: some StringProtocol) throws(Open311Error) {
    do throws(URLForm.Flaw) {
      form = try URLForm(text)
    } catch {
      switch error {
      case .tooMany: throw Open311Error(status: 400, description: "there are too many parameters")
      case .encoding: throw Open311Error(status: 400, description: "a parameter is not UTF-8 in percent encoding")
      }
    }
  }

  /// With those of another place, which fill what this one leaves open.
  func merging(_ other: Open311Parameters) -> Open311Parameters {
    Open311Parameters(form: form.merging(other.form))
  }

  private init(form: URLForm) { self.form = form }

  /// Nil for one that is absent or blank.
  subscript(name: String) -> String? { form[name] }
}
