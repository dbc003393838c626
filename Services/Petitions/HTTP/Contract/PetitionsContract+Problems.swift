// swift-format-ignore-file
extension PetitionsContract {
  static let problems: StaticString = #"""
    problem busy 503 The service cannot answer now | Nothing was kept. Send the request again later.

    problem case-checked 409 The request does not fit the state of the resource

    problem check-drawn 409 The request does not fit the state of the resource

    problem check-month-over 409 The request does not fit the state of the resource | Commit to a seed for the
      check of this month.

    problem check-month-running 409 The request does not fit the state of the resource | Reveal the seed once the
      month has ended.

    problem contributors-too-many 409 The request does not fit the state of the resource

    problem field-invalid 422 The request does not fit

    problem finding-decided 409 The request does not fit the state of the resource | Report a new finding if there
      are new facts.

    problem finding-unknown 422 The petition has no such finding

    problem letter-not-addressed 403 The letter is not addressed to the caller's bureau | Use a token of the
      county's bureau.

    problem letter-out-of-turn 409 The request does not fit the state of the resource

    problem letter-without-findings 409 The request does not fit the state of the resource | Send findings to this
      letter first.

    problem not-mergeable 409 The request does not fit the state of the resource | Link the two instead, or choose
      another petition to lead.

    problem petition-not-drawn 422 The petition is not in the sample

    problem petition-secret 403 The petition is kept secret | Work with the approved summary, or ask a supervisor
      of the bureau that handed the case over.

    problem petition-status-unknown 404 No petition answers to this number and code | Check both; the code came with
      the first message to the petitioner.

    problem reward-granted 409 The request does not fit the state of the resource

    problem reward-lapsed 409 The request does not fit the state of the resource

    problem reward-not-open 409 The request does not fit the state of the resource

    problem rule-missing 500 The rule packs lack a rule | Load a complete rule pack with `petitions rules load`.

    problem seed-committed 409 The request does not fit the state of the resource

    problem seed-not-committed 409 The request does not fit the state of the resource

    problem seed-wrong 422 The seed is not the one committed to | Send the 64 hexadecimal digits, in lower case,
      that the commitment was made of.

    problem source-not-allowed 403 The caller may not speak for this source | Leave the source out, or name one below
      your own.

    problem staff-withdrawn 409 The request does not fit the state of the resource | Another member of staff takes
      the step.

    problem step-out-of-turn 409 The request does not fit the state of the resource

    problem supervisor-number-taken 409 The request does not fit the state of the resource | Give another number.

    problem time-lapsed 409 The request does not fit the state of the resource | See the petition's deadlines: what
      has run out cannot be asked for, extended or stopped any more.

    problem vault-closed 501 The vault cannot be opened here | Set SEALING_PRIVATE_KEYS to the vault's private key,
      on the replica that staff use for reveals.
    """#
}
