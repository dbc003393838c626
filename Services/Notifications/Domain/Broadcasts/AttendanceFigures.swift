import Contracts

/// What came of an invitation.
struct AttendanceFigures: Sendable, Equatable {
  let invited: Int
  let coming: Int
  let notComing: Int
  let attended: Int
  let absent: Int
  /// Persons who came.
  let persons: Int

  var json: JSON {
    var object = JSONObject()
    object.set("invited", invited)
    object.set("coming", coming)
    object.set("notComing", notComing)
    object.set("attended", attended)
    object.set("absent", absent)
    object.set("persons", persons)
    return .object(object)
  }
}
