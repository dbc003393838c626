// swift-format-ignore-file
extension PetitionsContract {
  static let relations: StaticString = #"""
    # Relations -- which petitions belong together

    GET /v1/petitions/{id}/suggestions clerk handler supervisor leader auditor
    Petitions that look like the same matter, with why.
    > 200 SuggestionList

    GET /v1/petitions/{id}/relations clerk handler supervisor leader auditor
    The petitions that this one is linked to.
    ? after?: uuid
    > 200 RelationPage

    POST /v1/petitions/{id}/links clerk handler supervisor leader
    Links two petitions.
    once match
    < RelationChange
    > 200 PetitionLine tag
    ! not-mergeable step-out-of-turn staff-withdrawn field-invalid

    POST /v1/petitions/{id}/unlink clerk handler supervisor leader
    Takes a link back.
    once match
    < RelationChange
    > 200 PetitionLine tag
    ! not-mergeable step-out-of-turn staff-withdrawn field-invalid

    POST /v1/petitions/{id}/merge clerk handler supervisor leader
    Handles this petition with another, which leads (并案).
    once match
    < RelationChange
    > 200 PetitionLine tag
    ! not-mergeable step-out-of-turn staff-withdrawn field-invalid
    """#
}
