// swift-format-ignore-file
extension CompensationContract {
  static let steps: StaticString = #"""
    # Steps -- what staff do with a case, each once for a key and on the version that was seen

    POST /v1/cases/{id}/amend-agreement supervisor leader
    Changes by when an agreement is performed (补充协议).
    once match
    < AmendAgreement
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/answer-invitation clerk handler supervisor leader
    Records what an invited body or the public answered.
    once match
    < AnswerInvitation
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing
    eg < {"invitationId":"5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21","answer":"accepted"}

    POST /v1/cases/{id}/answer-negotiation handler supervisor leader
    What the obligor answers to the notice.
    once match
    < AnswerNegotiation
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing
    eg < {"willing":true}

    POST /v1/cases/{id}/apply-for-confirmation handler supervisor leader
    Asks the court to confirm the agreement (申请司法确认).
    once match
    < ApplyForConfirmation
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/assign clerk handler supervisor leader
    Gives the case to the department that handles it (交办).
    once match
    < Assign
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/check handler supervisor leader
    The preliminary check of a clue.
    once match
    < Check
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/close supervisor leader
    Closes a case (结案).
    once match
    < Close
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/complete-restoration handler supervisor leader
    Finds all of a restoration done.
    once match
    < CompleteRestoration
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/conclude-investigation handler supervisor leader
    Concludes the investigation (调查结论).
    once match
    < ConcludeInvestigation
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/consult handler supervisor leader
    Records the first consultation with the obligor (初步商议), which comes before discretion and prior notice.
    once match
    < Consult
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/continue-restoration supervisor leader
    Has a restoration go on whose goals were not met (继续修复), with what is still to be done.
    once match
    < ContinueRestoration
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/decide-restoration supervisor leader
    Decides whether the damage can be restored, who restores, and whether labour may take the place of money.
    once match
    < DecideRestoration
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/declare-default supervisor leader
    Finds that an agreement is not performed.
    once match
    < DeclareDefault
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/declare-key supervisor leader
    Follows the case as a key case of city or county (重点案件).
    once match
    < DeclareKey
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/entrust-appraisal handler supervisor leader
    Entrusts an appraisal body (委托鉴定评估).
    once match
    < EntrustAppraisal
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing body-may-not-appraise

    POST /v1/cases/{id}/evaluate-restoration supervisor leader
    What the evaluation of the effect came to (修复效果评估).
    once match
    < EvaluateRestoration
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/fail-negotiation handler supervisor leader
    Ends a negotiation that came to nothing (磋商不成).
    once match
    < FailNegotiation
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/file-document clerk handler supervisor leader
    Files a document with a stage of the case.
    once match
    < FileDocument
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/hold-round handler supervisor leader
    A round of negotiation (磋商会议).
    once match
    < HoldRound
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/investigate handler supervisor leader
    Begins the investigation (调查).
    once match
    < Nothing
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/invite handler supervisor leader
    Invites the procuratorate, the court or the public to take part (检察院、法院、公众参与).
    once match
    < Invite
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/issue-notice handler supervisor leader
    Issues the notice on the duty of compensation (告知单) once more, as after a failed service.
    once match
    < Nothing
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/lift-key supervisor leader
    Follows the case as a key case no longer.
    once match
    < Nothing
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/link-public-interest-suit handler supervisor leader
    Links a public-interest suit about the same act with the case (与公益诉讼衔接), or notes how it went on.
    once match
    < LinkPublicInterestSuit
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/name-obligor handler supervisor leader
    Names somebody liable for a case that had nobody.
    once match
    < NameObligor
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/notify-negotiation handler supervisor leader
    Asks the obligor in writing to negotiate (索赔磋商告知书).
    once match
    < NotifyNegotiation
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/prepare-suit supervisor leader
    Puts the papers of a lawsuit together from the file, and moves the case to the suit (提起诉讼).
    once match
    < PrepareSuit
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/record-publication handler supervisor leader
    That the court published the agreement (公告).
    once match
    < RecordPublication
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/record-restoration handler supervisor leader
    Records part of a restoration that was done, in the units of its plan.
    once match
    < RecordRestoration
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/record-ruling handler supervisor leader
    What the court said to the application for confirmation.
    once match
    < RecordRuling
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/renew-negotiation leader
    Takes a negotiation up again that had failed (重新磋商), as often as the rules allow.
    once match
    < RenewNegotiation
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/report-appraisal handler supervisor leader
    Takes in the report of an appraisal body.
    once match
    < ReportAppraisal
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing body-may-not-appraise

    POST /v1/cases/{id}/resume supervisor leader
    Lets the periods of a case run again.
    once match
    < Nothing
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/serve-notice clerk handler supervisor leader
    Records that the notice on the duty of compensation was served (送达回证).
    once match
    < ServeNotice
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing
    eg < {"noticeNumber":"GZ-2026-1","servedAt":"2026-01-08T01:00:00Z","method":"direct"}

    POST /v1/cases/{id}/sign-agreement supervisor leader
    Signs what was agreed (签订赔偿协议).
    once match
    < SignAgreement
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/start-performance handler supervisor leader
    Begins to perform what was agreed (开始履行).
    once match
    < StartPerformance
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/suspend leader
    Lets the periods of a case stand, with a leader's approval (中止).
    once match
    < Suspend
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/take-over-restoration leader
    Has the authority restore what the obligor did not in time, at the obligor's cost (代为修复, 民法典 第一千二百三十四条).
    once match
    < TakeOverRestoration
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing

    POST /v1/cases/{id}/terminate supervisor leader
    Ends a case without performance for a listed reason (终止).
    once match
    < Terminate
    > 200 CaseLine tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing
    """#
}
