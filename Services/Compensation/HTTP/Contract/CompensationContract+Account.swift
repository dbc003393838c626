// swift-format-ignore-file
extension CompensationContract {
  static let account: StaticString = #"""
    # Account -- the one account

    GET /v1/account/entries leader finance auditor
    Entries of the account; as JSON or CSV.
    ? caseId?: text; claimId?: text; cursor?: text(1..256); format?: csv|json; kind?: text; limit?:
      integer(1..200); projectId?: text; year?: integer(1990..9999)
    > 200 EntryPage csv
    ! rule-missing

    GET /v1/account/balances leader finance auditor
    The balances.
    > 200 Balances
    ! rule-missing

    GET /v1/account/check leader finance auditor
    Whether entries and balances agree.
    > 200 BalanceCheck
    ! rule-missing

    POST /v1/account/entries/{id}/reverse finance
    Reverses an entry (冲正).
    once
    < Reason
    > 201 NewEntry
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed

    GET /v1/payments/unassigned leader finance auditor
    Money that belongs to no case yet.
    ? cursor?: text(1..256); limit?: integer(1..200)
    > 200 WaitingPage

    POST /v1/payments/{id}/assign finance
    Assigns waiting money to a case.
    once
    < Assignment
    > 200 CaseLine
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed

    POST /v1/payments/{id}/refund finance
    Pays waiting money back.
    once
    < PaymentOrder
    > 201 NewEntry
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed

    POST /v1/cases/{id}/refund finance
    Pays money of a case back.
    once
    < PaymentOrder
    > 201 NewEntry
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed

    POST /v1/claims/{id}/remit finance
    Remits recovered money to the insurer.
    once
    < PaymentOrder
    > 201 NewEntry
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed

    POST /v1/projects leader
    Approves a project that the account pays for.
    once
    < ProjectForm
    > 201 Project tag
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed

    GET /v1/projects clerk handler supervisor leader finance auditor
    Projects.
    ? category?: text; cursor?: text(1..256); limit?: integer(1..200); region?: region
    > 200 ProjectPage

    GET /v1/projects/{id} clerk handler supervisor leader finance auditor
    One project.
    > 200 Project tag

    POST /v1/projects/{id}/payments finance
    Pays for a project.
    once
    < Order
    > 201 Project tag
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed

    GET /v1/account/years leader finance auditor
    The years of the account.
    > 200 YearList
    ! rule-missing

    GET /v1/account/years/{year} leader finance auditor
    One year: what came in and went out; as JSON or CSV.
    > 200 Year csv
    ! rule-missing

    POST /v1/account/years/{year}/close finance
    Closes a year.
    once
    > 200 Year
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed year-out-of-turn books-changed auditor-not-independent

    POST /v1/account/years/{year}/audit auditor
    Records the yearly audit.
    once
    < AuditReport
    > 200 Year
    ! nothing-waiting case-takes-none not-covered-by-account over-budget field-invalid not-reversible document-taken rule-missing code-not-listed year-out-of-turn books-changed auditor-not-independent
    """#
}
