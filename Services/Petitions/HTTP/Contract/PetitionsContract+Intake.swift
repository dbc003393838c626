// swift-format-ignore-file
extension PetitionsContract {
  static let intake: StaticString = #"""
    # Intake -- complaints over HTTP, for systems without Kafka and for clerks

    POST /v1/petitions clerk handler supervisor leader hotline
    Takes one complaint in: the data of `ecoredress.complaint.submitted.v1`, with the caller's `source`.
    once
    < ecoredress.complaint.submitted.v1
    > 200 IntakeResult
    > 201 IntakeResult
    ! source-not-allowed busy rule-missing region-unknown vault-closed uscc-invalid time-too-early time-too-late
    ! sealed-unreadable
    eg < {"externalId":"W-0001","channel":"HOTLINE_12345","region":"360483","category":"water",
      "content":"小区下水道堵塞，污水反流。"}
    eg 201 {"status":"registered","petitionId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21",
      "petitionNumber":"JJ-2026-0001"}

    POST /v1/petitions/batch clerk handler supervisor leader hotline
    Takes up to 200 complaints in, each answered for itself.
    once
    < ComplaintBatch
    > 200 IntakeResults
    ! source-not-allowed busy rule-missing region-unknown vault-closed
    eg < {"complaints":[{"externalId":"W-0002","channel":"HOTLINE_12345","region":"360483","category":"air",
      "content":"夜间有刺激气味。"}]}
    eg 200 {"results":[{"status":"registered","petitionId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21",
      "petitionNumber":"JJ-2026-0002"}]}

    POST /v1/petitions/dry-run clerk handler supervisor leader hotline
    Tells what one complaint, a list or a whole event would become; keeps nothing.
    < any
    > 200 TrialResults
    ! type-unknown source-not-allowed busy rule-missing region-unknown vault-closed value-too-large not-a-cloudevent
    ! specversion-unsupported attribute-missing attribute-invalid attribute-too-long attribute-duplicated
    ! attribute-name-invalid too-many-attributes
    eg < {"externalId":"W-0003","channel":"HOTLINE_12345","region":"999999","category":"water","content":"河水变黑。"}
    eg 200 {"results":[{"status":"rejected","violations":[{"code":"region-unknown","field":"data.region",
      "message":"There is no division of this code.","remedy":"Use a six-digit code of GB/T 2260."}]}]}

    POST /v1/petitions/{id}/materials clerk handler supervisor leader
    Adds material of staff to a petition.
    once
    < Material
    > 200 IntakeResult
    ! busy rule-missing
    eg < {"channel":"VISIT","content":"补充照片两张。"}
    eg 200 {"status":"supplement","petitionId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","petitionNumber":"JJ-2026-0001"}
    """#
}
