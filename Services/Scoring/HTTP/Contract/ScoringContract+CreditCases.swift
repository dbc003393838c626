// swift-format-ignore-file
extension ScoringContract {
  static let creditCases: StaticString = #"""
    # Credit cases -- repair, objections, reviews and lawsuits

    POST /v1/credit-cases clerk handler supervisor leader
    Files a case of credit repair, an objection, a review or a lawsuit.
    once
    < CreditApplication
    > 201 object tag

    GET /v1/credit-cases clerk handler supervisor leader auditor
    Credit cases; as JSON or CSV.
    ? cursor?: text(1..256); dueBefore?: text; format?: csv|json; kind?: text; limit?: integer(1..200); overdue?:
      flag; region?: region; status?: text; subject?: text
    > 200 object csv

    GET /v1/credit-cases/{id} clerk handler supervisor leader auditor
    One credit case with its clocks.
    > 200 object tag

    POST /v1/credit-cases/{id}/accept supervisor leader
    Accepts the case (受理).
    once match
    > 200 object

    POST /v1/credit-cases/{id}/answer clerk handler supervisor leader
    Answers a lawsuit.
    once match
    > 200 object

    POST /v1/credit-cases/{id}/appeal clerk handler supervisor leader
    Records an appeal.
    once match
    > 200 object

    POST /v1/credit-cases/{id}/decide supervisor leader
    Decides the case.
    once match
    > 200 object

    POST /v1/credit-cases/{id}/extend leader
    Extends the period, once.
    once match
    > 200 object

    POST /v1/credit-cases/{id}/refuse supervisor leader
    Refuses the case, with the article and the reason.
    once match
    > 200 object

    POST /v1/credit-cases/{id}/withdraw clerk handler supervisor leader
    Takes the case back.
    once match
    > 200 object
    """#
}
