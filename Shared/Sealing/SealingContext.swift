/// Joins what a sealed message belongs to into one context.
public enum SealingContext {
  /// The parts as netstrings (`5:hello,`), so that no two lists of parts join to one context.
  ///
  /// By convention the first part says what is sealed: `reporter` with the event's source and externalId for what a
  /// hotline seals itself, `petitioner-message` with the petition's id for messages, and so on.
  public static func of(_ parts: String...) -> [UInt8] {
    var context: [UInt8] = []
    for part in parts {
      context.append(contentsOf: String(part.utf8.count).utf8)
      context.append(UInt8(ascii: ":"))
      context.append(contentsOf: part.utf8)
      context.append(UInt8(ascii: ","))
    }
    return context
  }
}
