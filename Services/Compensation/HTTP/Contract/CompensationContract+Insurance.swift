// swift-format-ignore-file
extension CompensationContract {
  static let insurance: StaticString = #"""
    # Insurance -- policies and claims

    POST /v1/policies supervisor leader finance
    Enters a policy.
    once
    < PolicyForm
    > 201 Policy tag
    ! policy-number-taken field-invalid

    PUT /v1/policies/{id} supervisor leader finance
    Changes a policy.
    matched
    < PolicyForm
    > 200 Policy tag
    ! policy-number-taken field-invalid

    GET /v1/policies clerk handler supervisor leader finance auditor
    Policies, by region, holder and day.
    ? cursor?: text(1..256); day?: text; holder?: text; limit?: integer(1..200); region?: region
    > 200 PolicyPage

    GET /v1/policies/{id} clerk handler supervisor leader finance auditor
    One policy.
    > 200 Policy tag

    POST /v1/cases/{id}/file-claim handler supervisor leader
    Files a claim with the insurer for a case.
    once match
    < ClaimForm
    > 201 Claim
    ! claim-open not-covered above-limit condition-not-listed field-invalid step-out-of-turn rule-missing

    GET /v1/claims clerk handler supervisor leader finance auditor
    Claims; by region, status, overdue.
    ? cursor?: text(1..256); limit?: integer(1..200); overdue?: flag; region?: region; status?: text
    > 200 ClaimPage

    GET /v1/claims/{id} clerk handler supervisor leader finance auditor
    One claim with its clock.
    > 200 Claim

    POST /v1/claims/{id}/meet-conditions handler supervisor leader
    Records that the conditions of the policy are met: the insurer's period begins.
    once
    < MetConditions
    > 200 Claim
    ! claim-out-of-turn step-out-of-turn condition-not-listed field-invalid rule-missing

    POST /v1/claims/{id}/withdraw handler supervisor leader
    Takes the claim back.
    once
    < ClaimWithdrawalForm
    > 200 Claim
    ! claim-out-of-turn step-out-of-turn condition-not-listed field-invalid rule-missing

    POST /v1/claims/{id}/open-recourse handler supervisor leader
    Opens the recourse against who caused the damage (追偿).
    once
    < RecourseForm
    > 200 Claim
    ! claim-out-of-turn step-out-of-turn condition-not-listed field-invalid rule-missing

    GET /v1/subjects/{key}/insurance clerk handler supervisor leader finance auditor
    How a subject is insured.
    ? day?: text
    > 200 SubjectCover
    """#
}
