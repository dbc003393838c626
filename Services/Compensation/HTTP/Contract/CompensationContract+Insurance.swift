// swift-format-ignore-file
extension CompensationContract {
  static let insurance: StaticString = #"""
    # Insurance -- policies and claims

    POST /v1/policies supervisor leader finance
    Enters a policy.
    once
    < PolicyForm
    > 201 object tag

    PUT /v1/policies/{id} supervisor leader finance
    Changes a policy.
    matched
    < PolicyForm
    > 200 object tag

    GET /v1/policies clerk handler supervisor leader finance auditor
    Policies, by region, holder and day.
    ? cursor?: text(1..256); day?: text; holder?: text; limit?: integer(1..200); region?: region
    > 200 object tag

    GET /v1/policies/{id} clerk handler supervisor leader finance auditor
    One policy.
    > 200 object tag

    POST /v1/cases/{id}/file-claim handler supervisor leader
    Files a claim with the insurer for a case.
    once match
    < ClaimForm
    > 201 object

    GET /v1/claims clerk handler supervisor leader finance auditor
    Claims; by region, status, overdue.
    ? cursor?: text(1..256); limit?: integer(1..200); overdue?: flag; region?: region; status?: text
    > 200 object

    GET /v1/claims/{id} clerk handler supervisor leader finance auditor
    One claim with its clock.
    > 200 object

    POST /v1/claims/{id}/{step} handler supervisor leader
    Takes a step of the claim: meet-conditions, withdraw, open-recourse.
    once
    > 200 object

    GET /v1/subjects/{key}/insurance clerk handler supervisor leader finance auditor
    How a subject is insured.
    ? day?: text
    > 200 object
    """#
}
