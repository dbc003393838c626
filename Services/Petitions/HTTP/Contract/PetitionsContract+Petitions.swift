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

    GET /v1/petitions/{id} clerk handler supervisor leader auditor agency
    One petition by id or number: state, clocks, file, history; for a department the transfer sheet alone.
    > 200 PetitionDetail tag
    > 304 tag

    GET /v1/backlog clerk handler supervisor leader auditor
    Backlog cases (积案): repeated or long open.
    ? cursor?: text(1..256); limit?: integer(1..200); region?: region
    > 200 BacklogPage

    GET /v1/petitions/{id}/attachments clerk handler supervisor leader
    The references to attachments, opened from their seal; in the audit trail.
    > 200 AttachmentList
    """#
}
