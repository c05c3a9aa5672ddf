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
    """administration administrations administrator administrators agency agencies ambassador archivist
    assembly assistant association auditor authority authorities bank board boards body bodies
    branch bureau bureaus cabinet center centers centre centres chair chairman chairperson
    chairwoman chairs chancellor chief chiefs clerk college commission commissions commissioner
    commissioners committee committees company companies comptroller contractor contractors
    controller cooperative coordinator corporation council councils councillor counsel court courts
    custodian delegation department departments deputy director directors directorate directorates
    district districts division divisions employer employers engineer entity entities envoy
    executive executives fleet foundation fund government governments governor governors group
    groups head heads hospital inspector institute institution institutions intermediary
    jurisdiction jurisdictions laboratory laboratories librarian libraries library lead leader
    leaders licensee licensees manager managers marshal mayor member members minister ministers
    ministry ministries municipality municipalities negotiator office offices officer officers
    official officials ombudsman operator operators organisation organisations organization
    organizations owner owners panel parliament partner partners partnership party parties permittee
    person personnel persons police port president presidency principal provider providers province
    provinces realtor recipient recipients region regions registrar registry regulator regulators
    representative representatives resident residents school schools secretariat secretaries
    secretary senate service services sheriff society solicitor staff state states steward
    superintendent supervisor supervisors supplier suppliers surveyor team teams tenant tenants town
    township treasurer treasury tribunal trust trustees unit units university universities utility
    utilities vendor vendors village volunteers warden workers foreman forum taskforce force corps
    council-members general academia industry society public evaluators stakeholders donors growers
    experts consumers citizens farmers communities community unions labor businesses licensees
    scientists teachers nurses drivers carriers merchants landlords alderman aldermen constable
    assessor moderator selectmen trustee chairpersons officeholder""".split()
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
    """accelerate accept account achieve acknowledge acquire act adapt add address adjust administer adopt
    advance advertise advise agree align allocate allow amend analyse analyze announce answer appoint
    apply appraise approach approve arrange ask assess assign assist attach attend audit authorise
    authorize automate award ban begin book brief bring build bury buy call calculate cancel capture carry
    categorise categorize cease centralise centralize certify change charge chair check chase circulate
    clarify classify clean clear close collaborate collate collect combine commission commit communicate
    compare compile complete comply conclude conduct confirm connect consider consolidate construct
    consult contact continue contract contribute convene convert cooperate coordinate copy correct cover
    create cut deal decide declare decommission deepen define delegate delete deliver demolish deploy
    describe design designate destroy determine develop devise digitise digitize direct disable disclose
    disconnect discontinue discuss dispose disseminate distribute divide document donate double draft draw
    drive earmark educate eliminate email embed employ enable encourage end enforce engage enhance enlarge
    enrol ensure enter equip erect escalate establish estimate evaluate examine execute exercise expand
    expedite explain explore extend facilitate fence file fill finalise finalize find finish fit fix
    follow forward foster fulfil fund furnish gather get give grant guide halve hand harmonise harmonize
    help hire hold host identify implement improve include incorporate increase inform initiate inspect
    install instruct integrate introduce invest investigate invite invoice isolate issue join keep launch
    lay lead lease let level liaise license limit link list litter locate log look lower maintain make
    manage map mark maximise maximize measure meet merge migrate minimise minimize mobilise modernise
    modernize modify monitor move name negotiate nominate note notify observe obtain offer open operate
    order organise organize outline overhaul oversee paint participate partner patch pave pay perform
    permit phase pick pilot place plan plant post prepare present preserve prevent prioritise prioritize
    procure produce prohibit promote propose protect provide publicise publish purchase pursue put raise
    rank ratify reach read realign reassess recall receive recommend reconcile record recover recruit
    rectify redesign reduce refer refine reform refrain refurbish register release relocate remediate
    remind remove renew renovate rent reopen repair repeal replace reply report represent request require
    rescind research resolve respond restore restrict retain retire return review revise revoke ring roll
    rotate run safeguard scale scan schedule scope screen seal seek select sell send separate serve set
    share shorten sign simplify source speak specify sponsor staff standardise standardize start stop
    store streamline strengthen study submit supervise supplement supply support suppress survey suspend
    take target task teach terminate test tighten track trade train transfer translate transmit treat
    trial undertake unify update upgrade upload use utilise utilize validate verify visit vote waive warn
    widen withdraw work write""".split()
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
