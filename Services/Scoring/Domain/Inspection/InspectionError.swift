import Civics
import Contracts
import FoundationEssentials

/// Why something about draws, their results or the registers cannot be done.
enum InspectionError: Error, Equatable {
  /// The units and inspectors make no pool.
  case draw(DrawError)
  /// Fewer inspectors than must go together are free to visit some unit.
  case inspectorsShort(needed: Int)
  /// More units would be drawn than one draw may hold.
  case tooMany(Int)
  /// The draw does not stand where this can be done.
  case outOfTurn(InspectionDraw.Status)
  /// A seed is not the one that was committed to.
  case seedUnknown
  /// Somebody contributes under a name that is taken.
  case contributorTaken
  /// A contributor has committed and neither revealed nor was left out.
  case seedsMissing([String])
  /// The subject was not drawn.
  case notDrawn
  /// The unit's result is there.
  case resultThere
  /// Units drawn have no result.
  case resultsMissing(Int)
  /// The inspection lies outside the time it can have been made in.
  case timeOutOfRange
  /// A quarter has one draw of a region.
  case drawThere
  /// A code is not in the rule packs.
  case unknownCode(field: String, code: String)
}
