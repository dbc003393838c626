/// One step of a schema's history. Once applied anywhere it is never changed; what is wrong is put right by the next.
public struct Migration: Sendable, Hashable {
  /// Who the step belongs to, when several share a schema: each component counts its own steps from 1.
  public var component: String
  /// The place in the component's order; no number is left out.
  public var number: Int
  public var name: String
  /// SQL statements, run in one transaction; may not begin or commit one.
  public var text: String

  public init(component: String, number: Int, name: String, text: String) {
    self.component = component
    self.number = number
    self.name = name
    self.text = text
  }
}

extension Migration: CustomStringConvertible {
  public var description: String { "\(component) \(number) (\(name))" }
}
