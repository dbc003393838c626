// swift-format-ignore-file
extension ScoringContract {
  static let creditCases: StaticString = #"""
    # Credit cases -- repair, objections, reviews and lawsuits

    POST /v1/credit-cases clerk handler supervisor leader
    Files a case of credit repair, an objection, a review or a lawsuit.
    once
    < CreditApplication
    > 201 CreditCase tag
    ! step-out-of-turn step-not-for-kind field-invalid entry-unknown entry-gone repair-excluded repair-too-early request-too-late not-rectified other-procedure extended-before rule-missing

    GET /v1/credit-cases clerk handler supervisor leader auditor
    Credit cases; as JSON or CSV.
    ? cursor?: text(1..256); dueBefore?: text; format?: csv|json; kind?: text; limit?: integer(1..200); overdue?:
      flag; region?: region; status?: text; subject?: text
    > 200 CreditCasePage csv

    GET /v1/credit-cases/{id} clerk handler supervisor leader auditor
    One credit case with its clocks.
    > 200 CreditCase tag
    > 304 tag

    POST /v1/credit-cases/{id}/accept supervisor leader
    Accepts the case (受理).
    once match
    < CreditAcceptance
    > 200 CreditCase tag
    ! step-out-of-turn step-not-for-kind field-invalid entry-unknown entry-gone repair-excluded repair-too-early request-too-late not-rectified other-procedure extended-before rule-missing

    POST /v1/credit-cases/{id}/answer clerk handler supervisor leader
    Answers a lawsuit.
    once match
    < Nothing
    > 200 CreditCase tag
    ! step-out-of-turn step-not-for-kind field-invalid entry-unknown entry-gone repair-excluded repair-too-early request-too-late not-rectified other-procedure extended-before rule-missing

    POST /v1/credit-cases/{id}/appeal clerk handler supervisor leader
    Records an appeal.
    once match
    < CreditAppeal
    > 200 CreditCase tag
    ! step-out-of-turn step-not-for-kind field-invalid entry-unknown entry-gone repair-excluded repair-too-early request-too-late not-rectified other-procedure extended-before rule-missing

    POST /v1/credit-cases/{id}/decide supervisor leader
    Decides the case.
    once match
    < CreditDecision
    > 200 CreditCase tag
    ! step-out-of-turn step-not-for-kind field-invalid entry-unknown entry-gone repair-excluded repair-too-early request-too-late not-rectified other-procedure extended-before rule-missing

    POST /v1/credit-cases/{id}/extend leader
    Extends the period, once.
    once match
    < CreditReason
    > 200 CreditCase tag
    ! step-out-of-turn step-not-for-kind field-invalid entry-unknown entry-gone repair-excluded repair-too-early request-too-late not-rectified other-procedure extended-before rule-missing

    POST /v1/credit-cases/{id}/refuse supervisor leader
    Refuses the case, with the article and the reason.
    once match
    < CreditRefusal
    > 200 CreditCase tag
    ! step-out-of-turn step-not-for-kind field-invalid entry-unknown entry-gone repair-excluded repair-too-early request-too-late not-rectified other-procedure extended-before rule-missing

    POST /v1/credit-cases/{id}/withdraw clerk handler supervisor leader
    Takes the case back.
    once match
    < CreditReason
    > 200 CreditCase tag
    ! step-out-of-turn step-not-for-kind field-invalid entry-unknown entry-gone repair-excluded repair-too-early request-too-late not-rectified other-procedure extended-before rule-missing
    """#
}
