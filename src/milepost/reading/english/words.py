"""The words the English rules know: number words, months, heads of unit names, products, plain verbs.

In: nothing. Out: sets of lower-case words. A set holds what a drafting tradition uses, never a proper name of
one document. Patterns that use them stand with the rules.
"""

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
ORDINAL_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

UNIT_HEADS = frozenset(
    """academia academies academy accountant accountants adjudicator adjudicators administration
    administrations administrator administrators advertiser advertisers agencies agency airlines
    alderman aldermen alliance ambassador ambassadors applicant applicants arbitrator arbitrators
    architects archive archives archivist archivists assembly assessor assessors assistant
    association associations attorney attorneys auditor auditors authorities authority bank banks
    beneficiaries beneficiary bidder bidders board boards bodies body borough borrower borrowers
    branch breeder breeders brigades broadcaster broadcasters broker brokers builder builders bureau
    bureaus businesses buyer buyers cabinet captains carer carers carrier carriers center centers
    centre centres certifier certifiers chair chairman chairperson chairpersons chairs chairwoman
    chamber chambers chancellor chancellors chief chiefs cities citizens city claimant claimants
    clerk clerks clinic clinician clinicians clinics clubs coalition coalitions college colleges
    commander commanders commission commissioner commissioners commissions committee committees
    communities community companies company comptroller congregations congress consortia consortium
    constable constables constituents consuls consumer consumers contractor contractors controller
    cooperative cooperatives coordinator coordinators corporation corps council council-members
    councillor councillors councils counsel counsels counties countries country county court courts
    crew crews curator curators custodian custodians dean deans delegates delegation delegations
    department departments deputies deputy developer developers director directorate directorates
    directors distributor distributors district districts division divisions doctor doctors donor
    donors driver drivers editor editors employee employees employer employers engineer engineers
    entities entity envoy envoys evaluator evaluators examiner examiners executive executives
    experts exporter exporters facilitator facilitators farmer farmers federation federations fisher
    fishers fleet force forces foreman forester foresters forum foundation fund general gmbh
    government governments governor governors grantee grantees group groups grower growers guardian
    guardians guilds haulier hauliers head heads headteacher headteachers holder holders hospital
    hospitals household households importer importers inc industry inspector inspectorate
    inspectorates inspectors installer installers institute institutes institution institutions
    insurer insurers intermediary investor investors judge judges jurisdiction jurisdictions keeper
    keepers labor laboratories laboratory landlord landlords lawyer lawyers lead leader leaders
    lecturer lecturers lender lenders lessee lessees librarian librarians libraries library licensee
    licensees limited llc ltd magistrate magistrates manager managers manufacturer manufacturers
    marshal mayor mayors mediator mediators member members merchant merchants midwives miner miners
    minister ministers ministries ministry moderator municipalities municipality museum museums
    nation nations negotiator negotiators nurse nurses observatory occupier occupiers office
    officeholder officer officers offices official officials ombudsman operator operators
    organisation organisations organiser organisers organization organizations organizer organizers
    owner owners panel parents parish parishes parliament parties partner partners partnership party
    permittee person personnel persons pharmacist pharmacists physician physicians plc police port
    presidency president principal principals producer producers professor professors promoter
    promoters prosecutor prosecutors provider providers province provinces provosts public publisher
    publishers railways rancher ranchers ranger rangers realtor recipient recipients rector rectors
    regents region regions registrar registry regulator regulators representative representatives
    resident residents retailer retailers school schools scientist scientists secretariat
    secretaries secretary selectmen seller sellers senate service services shareholder shareholders
    sheriff shipper shippers shopkeeper shopkeepers skipper skippers society solicitor sponsor
    sponsors squad staff stakeholder stakeholders state states steward superintendent
    superintendents supervisor supervisors supplier suppliers surveyor surveyors taskforce
    taskforces teacher teachers team teams technician technicians tenant tenants town towns township
    trader traders trainer trainers treasurer treasurers treasury tribe tribunal tribunals trust
    trustee trustees trusts tutor tutors undertaker undertakers undertaking undertakings union
    unions unit units universities university user users utilities utility vendor vendors verifier
    verifiers village villages volunteer volunteers warden wardens wholesaler wholesalers worker
    workers
    analyst analysts apprentice apprentices bailiff bursar captain chaplain charities charity coach coaches
    collector collectors consultant consultants convener convenor counsellor counsellors defendant
    defendants dentist dentists designee designer dispatcher dispatchers educator educators elders faculty
    firefighters guarantor headmaster hub matron mentor mentors midwife ngo ngos paramedic paramedics parent
    participants petitioner planner planners porter porters pupil pupils purchaser rapporteur respondent
    respondents responder responders reviewer reviewers signatories signatory students subcommittee
    subcontractor subcontractors surgeon surgeons tenderer tenderers therapist therapists trainee trainees
    valuer veterinarian veterinarians visitors workgroup""".split()
)
"""Last words of names of those who can owe something, and of the collectives that stand for them."""

PRODUCTS = frozenset(
    """account accounts act action aim aims actions activities activity agenda agreement agreements amendment
    amendments analyses analysis annex announcement application applications assessment assessments audit
    benchmark benchmarks bill budget budgets campaign census catalog catalogs catalogue catalogues
    challenge charter chapter code codes collection competition conditions consultation contract contracts
    criteria curriculum dashboard data database databases decision decisions declaration definition
    definitions delegation designation determination determinations directive directives document
    documents draft duties effort efforts evaluation evaluations exercise exercises finding findings form
    forms function functions framework frameworks guidance guide guideline guidelines guides handbook
    implementation indicator indicators information initiative initiatives instruction instructions
    instrument inventories inventory investigation item items law legislation letter licence license
    limits list lists log manual mandate map materials measure measures mechanism mechanisms meeting
    meetings memorandum memoranda method methodology methods metric metrics goal goals milestone mission
    objective objectives resource resources role milestones minutes model module money note notice notices
    notification order orders paper papers payment powers permit permits pilot plan plans playbook
    policies policy portal principle principles procedure procedures process processes profile program
    programme programmes programs project projects proposal proposals protocol protocols provision
    provisions publication purpose qualification qualifications questionnaire readings recommendation
    recommendations record records register registers regulation regulations responsibilities remit report
    reports request requests requirement requirements resolution resolutions response responses result
    results review reviews roadmap rule rules sanction schedule schedules scheme schemes section sections
    specification specifications spending standard standards statement statements statistics strategies
    strategy study studies subsection summary survey surveys system systems table tables template
    templates term terms test testing tests text timeline timelines timetable timetables tool toolkit
    tools training transfer transfers update updates version website websites work workshop workshops zone
    zones""".split()
)
"""Last words of what a duty makes: as a subject of "shall" they tell of content, not of duty."""

DOCUMENT_PRODUCTS = frozenset(
    """analysis assessment brief budget catalog catalogue code dashboard database directory draft evaluation
    findings form framework guidance guide guidelines handbook inventory letter list manual map memorandum
    methodology notice paper plan playbook policy principles procedures profile proposal protocol
    recommendations register regulations report roadmap rules schedule specification standards statement
    strategy study summary survey template timetable toolkit""".split()
)
"""Products that stay as a paper: the output of the duty that makes them."""

VERBS = frozenset(
    """abandon abate abolish absorb abstain accede accelerate accept accompany account accredit achieve
    acknowledge acquire act activate adapt add address adjourn adjudicate adjust administer adopt
    advance advertise advise affix aggregate agree align allocate allow amend analyse analyze
    announce answer append apply appoint appraise approach approve arbitrate arrange articulate
    ascertain ask assemble assess assign assist attach attain attend audit augment authorise
    authorize automate award ban begin blend book borrow brief bring broadcast broaden build burn
    bury buy calculate calibrate call cancel capture carry catalogue categorise categorize cease
    celebrate centralise centralize certify chair change charge chase check circulate clamp clarify
    classify clean clear close co-operate co-ordinate coach codify collaborate collate collect
    combine commemorate commence commend commission commit communicate compare compensate compile
    complete comply compost conclude conduct confine confirm confiscate connect consent conserve
    consider consolidate construct consult contact contest continue contract contribute convene
    convert convey cooperate coordinate copy correct correspond count cover create cross-check
    crowdfund curb curtail cut deal decentralise decentralize decide declare declassify decommission
    dedicate deduct deepen defend defer define delegate delete deliver demarcate demolish
    demonstrate deny depart deploy describe design designate destroy detain detect determine develop
    devise digitise digitize direct disable disaggregate disclose disconnect discontinue discourage
    discuss disinfect dismantle dispatch dispose disseminate distinguish distribute diversify divert
    divide document donate double draft drain draw dredge drive dye earmark earn ease eat educate
    elect electrify eliminate email embark embed employ empower enable enclose encourage end
    endeavor endeavour endorse enforce engage enhance enlarge enlist enrich enrol enroll ensure
    enter entrust enumerate equalise equip erect escalate establish estimate evacuate evaluate
    examine excavate exchange exclude excuse execute exempt exercise exert expand expedite explain
    exploit explore expose extend extract facilitate familiarise fast-track feed fence file fill
    finalise finalize find finish fit fix flag follow forbid forecast forge forgo formalise
    formalize formulate fortify forward foster freeze fulfil fulfill fund furnish gather gauge
    gazette generate get give graduate grant grow guide halt halve hand handle harmonise harmonize
    hear heat heighten help hire hold honour host identify illustrate immunise implant implement
    impose impound improve incentivise incentivize include incorporate increase incur induce induct
    inform infuse initiate inoculate insert inspect install instruct insulate insure integrate
    intensify intervene interview introduce invest investigate invite invoice irrigate isolate issue
    join juggle keep kill launch lay lead lease legalise legislate lend lessen let level liaise
    liberalise license lift lighten limit link liquidate list litter load loan localise locate lock
    log look lower magnify mainstream maintain make manage map mark maximise maximize measure
    mediate meet memorialise mentor merge migrate minimise minimize mint mitigate mobilise mobilize
    moderate modernise modernize modify monitor moor motivate move mow multiply muster name
    negotiate neutralise nominate note notify nurture observe obtain occupy offer omit open operate
    operationalise operationalize optimise optimize order organise organize outline outsource
    overcome overhaul oversee pack paint participate partner pass patch patronise pause pave pay
    penalise perform permit persuade phase pick pilot pinpoint place plan plant plough plug
    popularise post preclude predict prepare prescribe present preserve preside presume prevail
    prevent prioritise prioritize privatise probe proceed proclaim procure produce prohibit prolong
    promote promulgate propagate propel propose prosecute protect provide prune publicise publish
    pump punish purchase pursue put qualify quantify quash quit raise rank ratify rationalise raze
    re-establish re-examine re-open reach reactivate read reaffirm realign reap rearrange reassess
    reassign rebuild recall recap recapitalise receive reckon reclaim reclassify recognise recognize
    recommend recompense reconcile reconsider reconstruct reconvene record recoup recover recruit
    rectify recycle redeploy redesign redirect redistribute reduce refer refine refit reflect
    refloat reform refrain refrigerate refund refurbish refuse regain register regroup regularise
    rehabilitate rehouse reimburse reimpose reinforce reinstate reissue reject rekindle relaunch
    relay release relieve relinquish relocate remediate remedy remind remit remodel remove
    remunerate renegotiate renew renovate rent reopen reorganise reorganize reorient repaint repair
    repeal replace replenish reply report represent reprint reproduce repurpose request require
    requisition rescind rescue research reserve resettle reshape resign resolve respond restock
    restore restrict restructure resurface retain retire retract retrain retrieve retrofit return
    reunite reuse revegetate reverse revert review revise revisit revitalise revoke reword rewrite
    ride ring rinse roll rotate run safeguard salvage sanitise save scale scan schedule scope scrap
    screen scrutinise seal secure seek segregate seize select sell send sensitise sensitize separate
    serve set settle share shelter shield shorten shred shut sign simplify simulate siphon slow
    soften solve source speak spearhead specify spend sponsor spray stabilise staff stagger
    standardise standardize start sterilise stipulate stop store stow streamline strengthen strip
    study sublet submit subsidise substitute subtract summarise summarize summon superintend
    supersede supervise supplement supply support suppress surcharge surround survey suspend sustain
    sweep synchronise systematise tabulate tackle tailor take target task teach tell terminate test
    tighten tolerate tow track trade train transact transcribe transfer transform translate transmit
    transpose tread treat treble trial triple tutor unblock undergo underpin undertake undo unify
    unload unlock unveil update upgrade uphold upload uproot upskill urge use utilise utilize vacate
    vaccinate validate ventilate verify vest vet visit vote wait waive warehouse warn wash wean weed
    weigh weld widen wield wipe withdraw withhold withstand work wrap write""".split()
)
"""Base forms that open a duty without a modal: imperatives, "that X obtain", "ANN call"."""


def small_number(words: str) -> int | None:
    """The value of a number in digits or words up to 999 ("ninety", "one hundred and twenty"); None for
    others."""
    if words.isdigit():
        return int(words)
    total = 0
    for word in words.lower().replace("-", " ").split():
        if word in ("and", "a", "an"):
            total = total or (0 if word == "and" else 1)
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word in NUMBER_WORDS:
            total += NUMBER_WORDS[word]
        else:
            return None
    return total or None


def gerund_of(word: str) -> bool:
    """Whether a word is the -ing form that lists under "including:" and "by:" begin with."""
    lower = word.lower()
    return (
        lower.endswith("ing")
        and len(lower) > 4
        and lower not in ("existing", "during", "following", "building")
    )
