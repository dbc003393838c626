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
    > 200 object csv

    GET /v1/cases/{id} clerk handler supervisor leader finance auditor
    One case: state, clocks, money, file, what can be done next.
    > 200 object tag

    POST /v1/clues handler supervisor leader
    Opens a clue that staff found themselves.
    once
    < OwnClue
    > 201 object

    GET /v1/gates clerk handler supervisor leader auditor agency
    Whether a penalty case may go on, and what is missing.
    ? penaltyNumber?: text; source?: text
    > 200 GateAnswer

    GET /v1/flow clerk handler supervisor leader finance auditor
    The steps of a case and their order, by the rules in force.
    > 200 object

    GET /v1/cases/{id}/suit-papers clerk handler supervisor leader finance auditor
    The papers of a lawsuit, put together from the file.
    > 200 object

    GET /v1/cases/{id}/papers/{kind} clerk handler supervisor leader finance auditor
    A paper of the case, put together from the file.
    ? format?: csv|json
    > 200 object
    """#
}
