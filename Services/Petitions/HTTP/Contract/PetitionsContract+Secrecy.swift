// swift-format-ignore-file
extension PetitionsContract {
  static let secrecy: StaticString = #"""
    # Secrecy -- opening what is sealed; with a role, a reason and an audit entry

    POST /v1/petitions/{id}/identity supervisor leader
    Opens who complained.
    < Reason
    > 200 RevealedIdentity
    ! vault-closed petition-secret

    POST /v1/petitions/{id}/words clerk handler supervisor leader
    Opens the complainant's words.
    < Reason
    > 200 RevealedWords
    ! vault-closed petition-secret

    POST /v1/petitions/search clerk handler supervisor leader
    Finds petitions by a phone number or an e-mail address, by keyed hash.
    < ContactSearch
    > 200 PetitionMatches
    ! vault-closed

    POST /v1/public/petition-status open
    The public query: number and code in, the stage out. Asking too often is answered 429.
    < StatusQuestion
    > 200 PublicStatus
    ! too-many-requests petition-status-unknown
    eg < {"number":"JJ-2026-0001","code":"7K3M9Q"}
    eg 200 {"petitionNumber":"JJ-2026-0001","stage":"accepted","text":"已受理","answerBy":"2026-03-02"}
    """#
}
