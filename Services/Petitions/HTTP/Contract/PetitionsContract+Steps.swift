// swift-format-ignore-file
extension PetitionsContract {
  static let steps: StaticString = #"""
    # Steps -- what staff do with a petition, each once for a key and on the version that was seen

    POST /v1/petitions/{id}/accept clerk handler supervisor leader
    Accepts a petition (受理).
    once match
    < Accept
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing
    eg < {"category":"water","unit":"360483"}
    eg 200 {"petitionId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","petitionNumber":"JJ-2026-0001","sequence":2,"status":"accepted",
      "region":"360483","category":"water","channelClass":"phone","receivedAt":"2026-01-06T01:00:00Z",
      "acceptedAt":"2026-01-07T01:00:00Z","overdue":false,"contacts":1,"updatedAt":"2026-01-07T01:00:00Z","entry":1,"unit":"360483",
      "channel":"HOTLINE_12345","source":"/hotline/12345","externalId":"W-0001","supplements":0,"secret":false,"version":2}

    POST /v1/petitions/{id}/archive clerk supervisor leader
    Closes and files the case (汇总归档).
    once match
    < Archive
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/assign clerk handler supervisor leader
    Gives a case its lead (主办) and assisting (协办) units (交办).
    once match
    < Assign
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/call-back clerk handler supervisor leader
    Records a call to the petitioner after the re-check (回访).
    once match
    < CallBack
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/conclude handler supervisor leader
    Gives the answer (办结).
    once match
    < Conclude
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/contact clerk handler supervisor leader
    Records a contact that staff made themselves.
    once match
    < RecordContact
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/decide-objection supervisor leader
    Decides an objection to a transfer.
    once match
    < DecideObjection
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/decide-review supervisor leader
    Decides a review or re-examination.
    once match
    < DecideReview
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/extend leader
    Extends the period for the answer (延期).
    once match
    < Extend
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/handle handler supervisor leader
    Reports what was found and done (处置办理).
    once match
    < Handle
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing finding-unknown finding-decided

    POST /v1/petitions/{id}/hear handler supervisor leader
    Records a hearing (听证) on a major, complex or difficult matter.
    once match
    < Hear
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/investigate handler supervisor leader
    Records that investigation began (查件).
    once match
    < Investigate
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/lift-supervision supervisor leader
    Ends the supervision of a case (销号).
    once match
    < LiftSupervision
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/name-leader supervisor leader
    Names the leader who answers for a backlog case (领导包案).
    once match
    < NameLeader
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/notice clerk handler supervisor leader
    Records that staff told the petitioner themselves what no message could.
    once match
    < RecordNotice
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/object supervisor leader
    The receiver of a transfer objects (退办异议), within five working days and with its reasons (信访工作条例 第二十三条).
    once match
    < Object
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/pause supervisor leader
    Stops the clocks that may stand, for a recorded reason.
    once match
    < PauseClocks
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/police-answer handler supervisor leader
    Records what the police answered to a referral.
    once match
    < RecordPoliceAnswer
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing finding-unknown finding-decided

    POST /v1/petitions/{id}/publish supervisor leader
    Publishes the result, or records why not (公示公开).
    once match
    < Publish
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing
    eg < {"published":true,"summary":"经查属实，已责令整改。","uri":"https://bureau.example/results/1"}

    POST /v1/petitions/{id}/re-check supervisor leader
    The higher level checks the result (跟踪复查).
    once match
    < Recheck
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/readmit supervisor leader
    Lets somebody take steps of a case again who was taken off it, because the ground for it was not there or is
      gone.
    once match
    < ReadmitStaff
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/refer-to-police supervisor leader
    Hands a suspected crime to the police (行刑衔接).
    once match
    < ReferToPolice
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing finding-unknown finding-decided

    POST /v1/petitions/{id}/refuse supervisor leader
    Refuses a petition (不予受理).
    once match
    < Refuse
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/reopen supervisor leader
    Opens a case again that had its answer.
    once match
    < Reopen
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/request-review clerk supervisor leader
    The petitioner contests the answer.
    once match
    < RequestReview
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/resume handler supervisor leader
    Sets clocks that stood going again.
    once match
    < Nothing
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/settle handler supervisor leader
    Records that the matter was settled with the petitioner in writing (调解、和解, 信访工作条例 第三十三条).
    once match
    < Settle
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/supervise supervisor leader
    Puts a case under supervision (督办), or lists it (挂牌督办), for delay, perfunctory work, falsification or refusal
      (信访工作条例 第三十九条、第四十条).
    once match
    < Supervise
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/take-over clerk handler supervisor leader
    The unit a case was handed to takes it over (签收).
    once match
    < Nothing
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/transfer clerk supervisor leader
    Hands a case to another bureau or department (转办).
    once match
    < Transfer
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/verify handler supervisor leader
    Decides a finding.
    once match
    < Verify
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing finding-unknown finding-decided

    POST /v1/petitions/{id}/visit-site supervisor leader
    Records that a leader went to the scene of a backlog case (领导下访).
    once match
    < VisitSite
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/withdraw supervisor leader
    Takes somebody with an interest in the matter or in the petitioner off the case (回避, 信访工作条例 第二十八条).
    once match
    < WithdrawStaff
    > 200 PetitionLine tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    PUT /v1/petitions/{id}/summary clerk handler supervisor leader
    Writes a summary of the matter, to be approved before it goes out.
    matched
    < Summarise
    > 200 SummaryState tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing

    POST /v1/petitions/{id}/approve-summary supervisor leader
    Approves the summary: from now on it goes out instead of the complainant's words.
    once matched
    > 200 SummaryState tag
    ! step-out-of-turn field-invalid time-lapsed staff-withdrawn rule-missing
    """#
}
