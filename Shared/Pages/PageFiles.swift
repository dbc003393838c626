import Hummingbird
import ServiceKit

/// What every page loads: the look, and a little help where scripts run.
enum PageFiles {
  static func register(on pages: RouterGroup<ServiceRequestContext>) {
    add("look.css", "text/css; charset=utf-8", PackageResources.look_css, to: pages)
    add("live.js", "text/javascript; charset=utf-8", PackageResources.live_js, to: pages)
  }

  private static func add(
    _ name: String, _ type: String, _ bytes: [UInt8], to pages: RouterGroup<ServiceRequestContext>
  ) {
    pages.get(RouterPath(name)) { _, _ in
      let headers: HTTPFields = [
        .contentType: type, .cacheControl: "public, max-age=3600", .xContentTypeOptions: "nosniff",
      ]
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }
}
