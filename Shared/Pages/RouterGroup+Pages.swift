public import Hummingbird
public import ServiceKit

extension RouterGroup<ServiceRequestContext> {
  /// The routes of a service's pages, below `/pages`, with the style sheet they share.
  public func pages(_ book: PageBook) -> RouterGroup<ServiceRequestContext> {
    let pages = group("pages").add(middleware: PageMiddleware(book: book))
    pages.get("look.css") { _, _ in
      let headers: HTTPFields = [
        .contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=3600", .xContentTypeOptions: "nosniff",
      ]
      return Response(
        status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: PackageResources.look_css)))
    }
    return pages
  }
}
