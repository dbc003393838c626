// swift-format-ignore-file
extension PetitionsContract {
  static let types: StaticString = #"""
    type ComplaintBatch
    complaints: [ecoredress.complaint.submitted.v1]; source?: text(1..256)

    type Material
    channel: IntakeChannel; content?: text(1..32768); attachments?: [Attachment]; reporter?: Reporter;
    externalId?: text(1..128)

    type Accept
    procedure?: PetitionProcedure; category?: Category; unit?: text(1..256); complex?: flag

    type Archive
    fileNumber: text(1..256)

    type Assign
    lead: text(1..256); assisting?: [text]; grid?: text(1..256)

    type CallBack
    reached: flag; satisfied?: flag

    type Conclude
    verdict: PetitionVerdict; documentNumber?: text(1..256); contents?: [text]; legalBasis?: text(1..256)

    type RecordContact
    contact: integer(1..3); outcome: ContactOutcome; channel?: ContactChannel; proof?: text(1..512)

    type DecideObjection
    upheld: flag; decidedBy?: ObjectionDecider

    type DecideReview
    verdict: ReviewVerdict; documentNumber: text(1..256)

    type Extend
    days: integer; reason: ExtensionReason; explanation?: text(1..256)

    type Handle
    outcome: HandlingOutcome; measures?: [text]; findings?: [Report]; startedAt?: instant

    type Report
    subjectKey?: text(1..256); siteName?: text(1..512); factCodes?: [text]; factAt?: instant; category?: Category;
    damageSuspected?: flag; article?: text(1..256); evidence?: [EvidenceReference]

    type Hear
    startedAt: instant; endedAt: instant; documentNumber?: text(1..256)

    type Investigate
    onSite?: flag; startedAt?: instant

    type LiftSupervision
    answer: text(1..1024)

    type NameLeader
    leader: text(1..256); post?: text(1..256); unit?: text(1..256); dueDay?: text(1..256)

    type RecordNotice
    notice: NoticeKind; outcome: ContactOutcome; channel?: ContactChannel; proof?: text(1..512)

    type Object
    reason: ObjectionReason; suggestedUnit?: text(1..256)

    type PauseClocks
    reason: PauseReason; explanation?: text(1..256)

    type RecordPoliceAnswer
    filed: flag; documentNumber?: text(1..256)

    type Publish
    published: flag; reason?: NonPublicationReason; summary?: text(1..256); uri?: text(1..2048)

    type Recheck
    passed: flag; onSite?: flag; unit: text(1..256)

    type ReadmitStaff
    person: text(1..256); reason: text(1..512)

    type ReferToPolice
    authority: text(1..256); article: text(1..256); documentNumber: text(1..256); findingIds?: [uuid]

    type Refuse
    reason: RefusalReason; article?: text(1..256); referredTo?: text(1..256)

    type Reopen
    reason: ReopenReason

    type RequestReview
    unit: text(1..256)

    type Settle
    mode: SettlementMode; documentNumber: text(1..256)

    type Supervise
    level: SupervisionLevel; reason: SupervisionReason

    type Transfer
    to: text(1..256); toRegion: region; supervised?: flag; secret?: flag

    type Verify
    findingId?: uuid; verified: flag

    type VisitSite
    outcome: SiteVisitOutcome; visitedAt?: instant; leader?: text(1..256); metPetitioner?: flag;
    record?: text(1..8192)

    type WithdrawStaff
    person: text(1..256); reason: text(1..512)

    type Summarise
    text: text(1..256)

    type RelationChange
    otherId: uuid; note?: text(1..1024)

    type Reason
    reason: text(1..1024) -- why, for the audit trail

    type ContactSearch
    phone?: text(1..64); email?: text(1..320); reason: text(1..1024)

    type StatusQuestion
    number: text(1..256); code: text(1..256)

    type LetterDraft
    toRegion: region; findings: [ReminderFinding]

    type LetterFindings
    findings: [ReminderFinding]

    type LetterAnswer
    rectified: flag; searched: integer(0..1000000); likeProblems: integer; summary: text(1..4096)

    type LetterReview
    accepted: flag; reason?: text(1..4096)

    type Inspection
    petitionId: uuid; passed: flag; unit: text(1..256); summary?: text(1..4096)

    type SeedCommitment
    commitment: text(64..64) -- its hash (SHA-256), in hexadecimal

    type Seed
    seed: text(64..64) -- in hexadecimal

    type RewardRequest
    items?: [Item]; realName: flag; targetClear: flag; knownBefore: flag

    type Item
    findingId: uuid; level: text(1..256)

    type StaffRecordForm
    id?: uuid; kind: StaffRecordKind; day: text(1..256); region: region; category?: Category; petitionId?: uuid;
    searched?: integer(0..1000000); found?: integer(0..1000000); people?: integer(1..1000000);
    summary?: text(1..1024)

    type StaffRecordKind = irregular-petition|dispute|screening

    type Registration
    number: text(1..64); region: region; name: text(1..256); phone?: text(1..64)

    type RoutingTrial
    places?: [Place]; rows?: [Row]; fallback?: text(1..256); newest?: integer

    type Place
    region: region; area?: text(1..12); grid?: text(1..64); category: Category

    type Row
    region?: region; area?: text(1..12); grid?: text(1..64); kind?: text(1..64); bureau: text(1..256);
    name: text(1..256)
    """#
}
