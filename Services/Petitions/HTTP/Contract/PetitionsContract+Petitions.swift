// swift-format-ignore-file
extension PetitionsContract {
  static let petitions: StaticString = #"""
    # Petitions -- lists and single cases

    GET /v1/petitions clerk handler supervisor leader auditor
    Petitions of the caller's regions, newest first or what is due first; as JSON or CSV.
    ? category?: text; channel?: text; cursor?: text(1..256); dueBefore?: text; dueFrom?: text; format?: csv|json;
      limit?: integer(1..200); number?: text; overdue?: flag; receivedBefore?: text; receivedFrom?: text; region?:
      region; secret?: flag; sort?: text; status?: text; subject?: text; supervised?: flag; unit?: text
    > 200 PetitionPage csv
    eg 200 {"petitions":[{"petitionId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","petitionNumber":"JJ-2026-0001","sequence":2,"status":"accepted",
      "region":"360483","category":"water","channelClass":"phone","receivedAt":"2026-01-06T01:00:00Z",
      "acceptedAt":"2026-01-07T01:00:00Z","overdue":false,"contacts":1,"updatedAt":"2026-01-07T01:00:00Z","entry":1,"unit":"360483",
      "channel":"HOTLINE_12345","source":"/hotline/12345","externalId":"W-0001","supplements":0,"secret":false,"version":2}],"next":"MTI"}

    GET /v1/petitions/{id} clerk handler supervisor leader auditor agency
    One petition by id or number: state, clocks, file, history; for a department the transfer sheet alone.
    > 200 PetitionDetail tag
    > 304 tag
    ! rule-missing
    eg 200 {"petitionId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","petitionNumber":"JJ-2026-0001","sequence":2,"status":"accepted",
      "region":"360483","category":"water","channelClass":"phone","receivedAt":"2026-01-06T01:00:00Z",
      "acceptedAt":"2026-01-07T01:00:00Z","overdue":false,"contacts":1,"updatedAt":"2026-01-07T01:00:00Z","entry":1,"unit":"360483",
      "channel":"HOTLINE_12345","source":"/hotline/12345","externalId":"W-0001","supplements":0,"secret":false,"version":2,
      "correlationId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","reporter":{"contact":"by-message","channels":["sms"],"identity":"sealed"},
      "deadlines":[],"file":{},"nextSteps":["assign","transfer"],
      "history":[{"at":"2026-01-07T01:00:00Z","actor":"clerk-1","step":"accept","detail":{}}]}

    GET /v1/backlog clerk handler supervisor leader auditor
    Backlog cases (积案): repeated or long open.
    ? cursor?: text(1..256); limit?: integer(1..200); region?: region
    > 200 BacklogPage

    GET /v1/board clerk handler supervisor leader auditor
    The supervision board (督办看板): open cases by step and by county, with those late and soon due.
    ? region?: region
    > 200 Board
    eg 200 {"open":12,"overdue":1,"dueSoon":2,"inTime":9,"at":"2026-01-07T01:00:00Z","regions":["360400"],"dueToday":1,
      "backlog":3,"objections":0,"letters":1,"steps":[{"open":12,"overdue":1,"dueSoon":2,"inTime":9,"status":"accepted"}],
      "counties":[{"open":12,"overdue":1,"dueSoon":2,"inTime":9,"region":"360483"}]}

    GET /v1/public/publications open
    The published results (公示), newest first, for everybody: nothing that leads to who complained.
    ? cursor?: text(1..256); format?: csv|json; limit?: integer(1..200)
    > 200 PublicationPage csv
    eg 200 {"publications":[{"day":"2026-02-03","region":"360483","place":"江西省九江市庐山市","category":"water",
      "summary":"经查属实，已责令整改。","uri":"https://bureau.example/results/1"}]}

    GET /v1/petitions/{id}/attachments clerk handler supervisor leader
    The references to attachments, opened from their seal; in the audit trail.
    > 200 AttachmentList
    ! vault-closed petition-secret
    """#
}
