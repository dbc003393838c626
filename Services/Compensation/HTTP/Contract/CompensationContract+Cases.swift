// swift-format-ignore-file
extension CompensationContract {
  static let cases: StaticString = #"""
    # Cases -- from clue to closure

    GET /v1/cases clerk handler supervisor leader finance auditor
    Cases of the caller's regions; as JSON or CSV.
    ? clueSource?: text; cursor?: text(1..256); department?: text; dual?: text; dueBefore?: text; format?:
      csv|json; keyCase?: flag; limit?: integer(1..200); noObligor?: text; number?: text; openedBefore?: text;
      openedFrom?: text; overdue?: flag; penaltyNumber?: text; petitionId?: text; region?: region; sort?: text;
      status?: text; subject?: text; suspended?: text
    > 200 CasePage csv
    eg 200 {"cases":[{"caseId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","caseNumber":"C360400-2026-0001","sequence":3,"status":"negotiation",
      "region":"360402","clueSource":"penalty","openedAt":"2026-01-06T01:00:00Z","filedAt":"2026-01-07T01:00:00Z","overdue":false,
      "penaltyNumber":"九环罚〔2026〕1号","updatedAt":"2026-01-08T01:00:00Z","dual":true,"factCodes":["WATER_EXCEEDANCE"],
      "enteredAt":"2026-01-06T01:00:00Z","version":4}]}

    GET /v1/cases/{id} clerk handler supervisor leader finance auditor
    One case: state, clocks, money, file, what can be done next.
    > 200 CaseDetail tag
    > 304 tag
    ! rule-missing

    POST /v1/clues handler supervisor leader
    Opens a clue that staff found themselves.
    once
    < OwnClue
    > 200 CaseLine
    > 201 CaseLine
    ! idempotency-key-missing reason-not-listed code-not-listed field-invalid rule-missing

    GET /v1/gates clerk handler supervisor leader auditor agency
    Whether a penalty case may go on, and what is missing.
    ? penaltyNumber?: text; source?: text
    > 200 GateAnswer
    ! rule-missing
    eg 200 {"penaltyNumber":"九环罚〔2026〕1号","gates":[{"gate":"review","open":true,"reason":"checked"},
      {"gate":"prior-notice","open":false,"reason":"not-consulted"},{"gate":"reduction","open":false,"reason":"not-performed"}],
      "breaches":[],"cases":[{"caseId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","caseNumber":"C360400-2026-0001","sequence":3,"status":"negotiation",
      "region":"360402","clueSource":"penalty","openedAt":"2026-01-06T01:00:00Z","filedAt":"2026-01-07T01:00:00Z","overdue":false,
      "penaltyNumber":"九环罚〔2026〕1号","updatedAt":"2026-01-08T01:00:00Z","dual":true,"factCodes":["WATER_EXCEEDANCE"],
      "enteredAt":"2026-01-06T01:00:00Z","version":4}]}

    GET /v1/flow clerk handler supervisor leader finance auditor
    The steps of a case and their order, by the rules in force.
    > 200 Flow
    ! rule-missing

    GET /v1/cases/{id}/suit-papers clerk handler supervisor leader finance auditor
    The papers of a lawsuit, put together from the file.
    > 200 text/plain

    GET /v1/cases/{id}/papers/{kind} clerk handler supervisor leader finance auditor
    A paper of the case, put together from the file.
    ? format?: json|text|html
    > 200 Paper text/plain text/html
    ! template-unreadable rule-missing
    """#
}
