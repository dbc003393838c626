import ServiceKit

extension PageRoutes {
  /// Adds the pages of actions: the form, and what it sends.
  public func actions(_ actions: [PageAction]) {
    for action in actions {
      get(action.pagePath) { visit in try await ActionPage(action: action, visit: visit).open() }
      post(action.pagePath) { visit, form in try await ActionPage(action: action, visit: visit).take(form) }
    }
  }
}

extension PageVisit {
  /// Links to those of these actions that the reader's roles allow.
  /// - Parameter value: the parts of the paths in braces.
  public func links(to actions: [PageAction], _ value: (String) -> String?) -> [[String: any Sendable]] {
    actions.compactMap { action in
      guard !desk.forms.roles(of: action.route).isDisjoint(with: principal.roles),
        let path = PagePath.filled("/pages/" + action.pagePath, value)
      else { return nil }
      return ["path": path, "words": action.title[reader.language]]
    }
  }
}
