public import Contracts
public import Hummingbird
public import ServiceKit

extension Request {
  /// The body as what a form sends.
  /// - Throws: `Problem` 415 for another media type, 413 for a body over the limit, 400 for what is no such form; in the
  ///   reader's language.
  public func form(_ context: ServiceRequestContext, for reader: PageReader) async throws -> URLForm {
    let remedy = PageText("请直接使用页面上的表单。", "Use the form of the page as it is.")[reader.language]
    let type = headers[.contentType]?.lowercased().prefix { $0 != ";" && $0 != " " }
    guard type == "application/x-www-form-urlencoded" else {
      throw Problem(
        status: 415, code: "media-type-unsupported",
        title: PageText("不是表单", "This is not a form")[reader.language], remedy: remedy)
    }
    let bytes = try await bytes(context)
    guard let text = String(validating: bytes, as: UTF8.self), let form = try? URLForm(text) else {
      throw Problem(
        status: 400, code: "form-invalid",
        title: PageText("表单无法读取", "The form cannot be read")[reader.language], remedy: remedy)
    }
    return form
  }
}
