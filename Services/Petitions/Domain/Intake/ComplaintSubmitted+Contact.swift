import Contracts

extension ComplaintSubmitted {
  /// Who is told of the case: the reporter; of a group of visitors, the first who speaks for it.
  var contactPerson: Reporter? { reporter ?? visit?.representatives.first }
}
