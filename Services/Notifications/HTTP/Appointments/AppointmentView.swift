import Contracts

/// An appointment as it is shown.
enum AppointmentView {
  static func json(_ appointment: Appointment) -> JSON {
    var object = JSONObject()
    object.set("id", appointment.id)
    object.set("entry", appointment.entry)
    object.set("addressee", appointment.addressee)
    object.set("region", appointment.region)
    object.set("unit", appointment.unit)
    object.set("purpose", code: appointment.purpose)
    object.set("at", appointment.at)
    object.set("place", appointment.place)
    object.set("note", appointment.note)
    object.set("status", code: appointment.status)
    object.set("follows", appointment.follows)
    object.set("madeBy", appointment.madeBy)
    object.set("version", appointment.version)
    object.set("updatedAt", appointment.updatedAt)
    return .object(object)
  }
}
