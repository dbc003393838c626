import ServiceKit

/// The pages of whoever runs the services: how all four stand, and what this one could not take in.
enum OperatorPages {
  static let links = [
    PageLink(OperationsPage.path, OperationsPage.title, for: OperationsPage.roles),
    PageLink("/pages/dead-letters", DeadLetterPages.list.title, for: OperationsPage.roles),
  ]

  static let templates = [
    "operations": PackageResources.operations_mustache, "operations-now": PackageResources.operations_now_mustache,
    "dead-letter": PackageResources.dead_letter_mustache,
  ]

  static func register(on pages: PageRoutes) {
    OperationsPage().register(on: pages)
    DeadLetterPages.register(on: pages)
  }
}
