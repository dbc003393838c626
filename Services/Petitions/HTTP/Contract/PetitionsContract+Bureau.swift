// swift-format-ignore-file
extension PetitionsContract {
  static let bureau: StaticString = #"""
    # Bureau -- letters, checks, digests, rewards, records and figures

    GET /v1/reminder-letters clerk handler supervisor leader auditor
    Work reminder letters (工作提示函) to counties.
    ? cursor?: text(1..256); limit?: integer(1..200); region?: region; status?: text
    > 200 LetterPage

    GET /v1/reminder-letters/{id} clerk handler supervisor leader auditor
    One letter with its answers and clocks.
    > 200 Letter tag

    POST /v1/reminder-letters supervisor leader
    Drafts a letter to a county's bureau.
    once
    < LetterDraft
    > 201 Letter tag
    ! letter-out-of-turn letter-without-findings letter-not-addressed field-invalid rule-missing

    POST /v1/reminder-letters/{id}/findings supervisor leader
    Writes the findings of a draft anew.
    once match
    < LetterFindings
    > 200 Letter tag
    ! letter-out-of-turn letter-without-findings letter-not-addressed field-invalid rule-missing

    POST /v1/reminder-letters/{id}/issue supervisor leader
    Signs and sends the letter.
    once match
    > 200 Letter tag
    ! letter-out-of-turn letter-without-findings letter-not-addressed field-invalid rule-missing

    POST /v1/reminder-letters/{id}/acknowledge clerk handler supervisor leader
    The county's bureau acknowledges the letter.
    once match
    > 200 Letter tag
    ! letter-out-of-turn letter-without-findings letter-not-addressed field-invalid rule-missing

    POST /v1/reminder-letters/{id}/answer clerk handler supervisor leader
    The county's bureau answers.
    once match
    < LetterAnswer
    > 200 Letter tag
    ! letter-out-of-turn letter-without-findings letter-not-addressed field-invalid rule-missing

    POST /v1/reminder-letters/{id}/review supervisor leader
    The city accepts the answer, or wants another.
    once match
    < LetterReview
    > 200 Letter tag
    ! letter-out-of-turn letter-without-findings letter-not-addressed field-invalid rule-missing

    GET /v1/monthly-checks clerk handler supervisor leader auditor agency
    The monthly field checks of closed cases.
    ? cursor?: text(1..256); limit?: integer(1..200); region?: region
    > 200 CheckPage

    GET /v1/monthly-checks/{id} clerk handler supervisor leader auditor agency
    One check with its sample, seeds and results.
    > 200 CheckDetail tag

    GET /v1/monthly-checks/{id}/pool clerk handler supervisor leader auditor agency
    The pool that the sample was drawn from, as text, to verify the draw with.
    > 200 text/plain

    POST /v1/monthly-checks/{id}/inspections handler supervisor leader
    Records what was found at one case of the sample.
    once match
    < Inspection
    > 200 CheckDetail tag
    ! petition-not-drawn case-checked

    POST /v1/monthly-checks/{id}/commitments supervisor leader auditor agency
    Brings the hash of a seed before the draw.
    once
    < SeedCommitment
    > 200 CheckDetail tag
    ! check-month-over check-drawn seed-committed contributors-too-many

    POST /v1/monthly-checks/{id}/seeds supervisor leader auditor agency
    Reveals a seed that was committed to.
    once
    < Seed
    > 200 CheckDetail tag
    ! check-month-running check-drawn seed-not-committed seed-wrong

    GET /v1/digests clerk handler supervisor leader auditor
    Each bureau's morning list (每日汇总).
    ? cursor?: text(1..256); day?: text; limit?: integer(1..200); region?: region
    > 200 DigestList

    POST /v1/petitions/{id}/reward supervisor leader
    Decides on a reward for a report (有奖举报).
    once
    < RewardRequest
    > 201 Reward tag
    ! reward-granted field-invalid rule-missing finding-unknown

    GET /v1/rewards clerk supervisor leader finance auditor
    Rewards, by region and status.
    ? cursor?: text(1..256); limit?: integer(1..200); region?: region; status?: text
    > 200 RewardPage

    GET /v1/rewards/{id} clerk supervisor leader finance auditor
    One reward.
    > 200 Reward tag

    POST /v1/rewards/{id}/claim supervisor leader finance
    Records that the reward was claimed.
    once match
    > 200 Reward tag
    ! reward-not-open reward-lapsed

    POST /v1/staff-records clerk handler supervisor leader
    Keeps a record of staff beside petitions: irregular petition, dispute, own screening.
    once
    < StaffRecordForm
    > 200 StaffRecord
    > 201 StaffRecord

    GET /v1/staff-records clerk handler supervisor leader auditor
    Records of staff.
    ? cursor?: text(1..256); kind?: text; limit?: integer(1..200); region?: region
    > 200 StaffRecordPage

    POST /v1/staff-records/{id}/withdraw supervisor leader
    Takes a record back, with the reason.
    once
    < Reason
    > 200 StaffRecord

    GET /v1/figures clerk handler supervisor leader auditor
    The nine indicators for a period; as JSON or CSV.
    ? period?: text -- 2024, 2024-Q1, 2024-02, a day, or two days with a slash; region?: region; channel?:
      IntakeChannel;
      kind?: Category; by?: region|channel|kind; format?: csv|json
    > 200 PetitionFigures csv
    ! rule-missing

    GET /v1/figures/channels clerk handler supervisor leader auditor
    Petitions by channel for a period; as JSON or CSV.
    ? period?: text; region?: region; kind?: Category; format?: csv|json
    > 200 ChannelFigures csv
    ! rule-missing

    POST /v1/supervisors clerk supervisor leader
    Registers a supervisor (环保监督员); who they are is sealed.
    < Registration
    > 201 SupervisorNumber
    ! supervisor-number-taken

    GET /v1/supervisors clerk supervisor leader auditor
    The register's numbers.
    ? afterNumber?: text; cursor?: text(1..256); limit?: integer(1..200); region?: region
    > 200 SupervisorPage

    POST /v1/supervisors/{number}/end clerk supervisor leader
    Ends a registration.
    > 200 SupervisorNumber

    POST /v1/routing/dry-run clerk supervisor leader operator
    Where places would go by the rows in force and by other rows.
    < RoutingTrial
    > 200 RoutingAnswer
    ! rule-missing
    """#
}
