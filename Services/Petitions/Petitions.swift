import Hummingbird
import ServiceKit

@main
struct Petitions {
  static func main() async throws {}
}
