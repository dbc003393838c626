import Contracts
import FoundationEssentials

/// Law study as callers see it.
enum StudyView {
  static func json(_ subject: String, _ found: FindStudy.Found) -> JSON {
    var object = JSONObject()
    object.set("subjectKey", subject)
    object.set("minutes", found.account.minutes)
    object.set("units", found.account.minutes / found.rules.minutesPerUnit)
    object.set("exams", found.account.examinations.count)
    object.set("credits", .array(found.credits.map(credit)))
    object.set("incentives", codes: found.incentives)
    object.set("minimumUnits", found.rules.minimumUnits)
    object.set("derivation", found.rules.reference)
    return .object(object)
  }

  static func json(_ figures: StudyFigures) -> JSON {
    var object = JSONObject()
    object.set("firms", figures.firms)
    object.set("minutes", figures.minutes)
    object.set("units", figures.units)
    object.set("minutesPerUnit", figures.minutesPerUnit)
    object.set("hours", figures.hours.whole)
    object.set("remainingMinutes", figures.hours.minutes)
    object.set("exams", figures.exams)
    return .object(object)
  }

  private static func credit(_ credit: StudyCredit) -> JSON {
    var object = JSONObject()
    object.set("exam", credit.exam)
    object.set("at", credit.at)
    object.set("minutes", credit.minutes)
    object.set("units", credit.units)
    object.set("penaltyNumber", credit.penaltyNumber)
    object.set("validUntil", credit.until)
    return .object(object)
  }
}
