/// An error that knows what to tell an HTTP caller. Domain errors conform; everything else is answered with 500 and
/// says nothing.
public protocol ProblemConvertible: Error {
  /// What the caller is told.
  var problem: Problem { get }
}
