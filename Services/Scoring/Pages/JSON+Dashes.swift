import Contracts

extension JSON {
  /// With a dash in each element of a list that lacks a field: a template looks for what is not there further out, where
  /// the same name may mean another thing.
  func dashed(_ field: String, in list: String) -> JSON {
    guard var object, let elements = self[list]?.array else { return self }
    object.set(
      list,
      .array(
        elements.map { element in
          guard var inner = element.object, element[field] == nil else { return element }
          inner.set(field, "–")
          return .object(inner)
        }))
    return .object(object)
  }
}
