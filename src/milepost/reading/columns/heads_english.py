"""The words over the columns of English ledgers, row by row with what they mean.

In: nothing but a table. Out: `ENGLISH`, of which the first row that fits the whole of a head wins;
special words stand before wide ones. How heads are compared, without regard to case, stands in `heads`.
"""

from milepost.reading.columns.meanings import Head

WHAT = (
    r"(?:actions?|tasks?|measures?|activit(?:y|ies)|commitments?|recommendations?|deliverables?|steps?"
    r"|requirements?"
    r"|initiatives?|undertakings?|obligations?|duty|duties|reforms?|interventions?|work ?items?"
    r"|action items?|directives?)"
)
BODY = (
    r"(?:agency|agencies|units?|officers?|departments?|dept\.?|organi[sz]ations?|partners?|body|bodies"
    r"|ministry|ministries"
    r"|institutions?|offices?|entity|entities|team|authority|directorate|branch|division)"
)
ENGLISH = (
    Head("code_title", r"(?:number|no\.?|ref\.?|code|id) (?:and|&) (?:name|title)"),
    Head(
        "code",
        r"(?:action |item |task |measure |project |seq\. |seq |rec\. |recommendation |commitment "
        r"|milestone |s/)?"
        r"(?:ref\.?(?: no\.?)?|reference|nos?\.?|number|nr\.?|#|id|code)|#|item|s/n|sn|sr\.?(?: no\.?)?"
        r"|serial(?: no\.?)?|seq\.?",
    ),
    Head(
        "code",
        r"(?:risk|issue|audit|plan|goal|objective|log|finding|output|programme|case|activity|tracker)"
        r" (?:id|ref\.?|no\.?)",
    ),
    Head("cooperating", r"who (?:will|can|else|should) .{0,12}(?:support|help|assist|join).{0,10}"),
    Head("lead", r"who (?:is|will|leads?|must|should|owns?).{0,24}"),
    Head("deadline", r"when .{1,26}"),
    Head("other", r"how .{1,28}"),
    Head("step_kind", r"milestones? (?:or|/) targets?|type of milestone"),
    Head(
        "upper",
        r"(?:province|state|national|federal|government|parent|upper)(?:'s|’s|al)? (?:measure|task"
        r"|reform|action|objective)s?|reform task",
    ),
    Head("upper_lead", r"(?:province|provincial|state|national|federal|upper) lead(?: unit| agency| body)?"),
    Head(
        "own_text",
        r"(?:our|the )?(?:city|county|district|municipal|town|local|council)(?:'s|’s)? (?:measure"
        r"|action|task)s?",
    ),
    Head("own_lead", r"(?:city|county|district|municipal|town|local) lead(?: unit| agency| body)?"),
    Head(
        "title",
        r"(?:action |task |measure |project |commitment |item |short )?titles?|(?:action|task|measure"
        r"|project|commitment|item|initiative) name|project|programme",
    ),
    Head("name", r"name"),
    Head(
        "state",
        r"(?:current |latest |overall )?(?:status|state)|rag(?: status| rating)?|complete\??|done\??"
        r"|completed\??|completion level|sign state|open/closed|delivery confidence",
    ),
    Head(
        "report",
        r"(?:current |latest |recent )?(?:progress|updates?|results?|outcomes?(?: to date)?|events"
        r"|developments)"
        r"(?: (?:to date|update|report|note|in detail|made))?|last (?:feedback|update|report)"
        r"|difficulties.{0,16}|problems.{0,16}"
        r"|issues(?: and risks)?|management response|response|use of money|next steps?|how it helps"
        r"|why relevant",
    ),
    Head(
        "person",
        r"(?:lead|responsible|instructing|political|senior|portfolio) (?:leader|minister|councillor"
        r"|member|sponsor)s?|leader|sponsor|sro",
    ),
    Head(
        "person",
        r"contacts?(?: (?:person|point|details?|and phone|name))?|phone|telephone|e-?mail|supervisor"
        r"|evaluator|verifier|reviewer|approver",
    ),
    Head("office", r"responsible (?:office|section)"),
    Head(
        "officer",
        r"(?:lead |responsible |action |accountable |desk |case |named )?(?:officers?|officials?"
        r"|persons?|manager|individual)(?: responsible| in charge)?"
        r"|focal (?:point|person)",
    ),
    Head(
        "cooperating",
        rf"(?:support(?:ing|ed by)?|co-?operating|contributing|partner(?:ing)?|participating"
        rf"|assist(?:ing|ed by|s)?|help(?:ing|ed by|s)?"
        rf"|consulted|involved|collaborating|other|secondary|joint)"
        rf"(?: (?:{BODY}|actors|stakeholders|parties))?(?: involved)?|(?:key |delivery "
        rf"|implementation )?partners?|(?:working |together |in partnership )?with|contributors?"
        rf"|stakeholders|duty units|consultees|helpers?|assistants?",
    ),
    Head(
        "lead",
        rf"(?:action |task |risk |delivery |business |process )?owners?(?:/lead)?|(?:overall |main "
        rf"|primary )?lead(?:ing|s)?(?: (?:implementing )?{BODY})?(?:\(s\))?|led by|leader agency"
        rf"|(?:responsible|accountable|implementing|executing|coordinating|main|primary|delivery"
        rf"|owning) {BODY}(?: responsible)?|responsible(?: (?:party|parties))?|responsibility"
        rf"|responsibilities|who(?: is responsible| leads)?"
        rf"|(?:to be (?:done|led|actioned) )?by whom|assigned to|assignee|accountable|accountability"
        rf"|action by|for action by|{BODY} responsible",
    ),
    Head("department", r"departments?|dept\.?|ministry|agency|division|directorate"),
    Head(
        "period",
        r"(?:start and end|start/end|start - end|implementation period|period|duration"
        r"|time ?span)(?: dates?)?",
    ),
    Head(
        "start",
        r"(?:planned |actual |target )?(?:start|begin(?:s|ning)?|commence(?:s|ment)?)(?: date| time"
        r"| by)?|from|starts on",
    ),
    Head("stage", r"q[1-4](?: (?:20\d\d|goals?|targets?))?|(?:first|second|third|fourth) quarter"),
    Head("quarter", r"(?:target |due )?quarter"),
    Head("year", r"(?:target |due |financial |fiscal )?year"),
    Head(
        "other",
        r"(?:date (?:raised|opened|added|agreed|issued|of meeting|closed|completed|logged)|(?:raised"
        r"|opened|meeting|source|issue|closed|actual completion|last updated|review|updated) ?(?:date"
        r"|on)?|raised by)",
    ),
    Head(
        "deadline",
        r"(?:due|deadline|target|completion|finish|end|planned|expected|agreed|delivery|forecast"
        r"|implementation|milestone"
        r"|required|final)(?: (?:completion|finish|end|delivery))? (?:dates?|by|deadline|time"
        r"|for completion)"
        r"|due|deadlines?|by when|when|time ?(?:scale|line|frame)s?|timing|to be completed by"
        r"|completed? by|completion by"
        r"|date due|date (?:for|of) completion|(?:planned|expected|agreed|target) (?:finish|completion)",
    ),
    Head("date", r"dates?|end|completion|finish"),
    Head("aim", r"target|delivery|agreed|required|until|to|by|forecast"),
    Head(
        "steps",
        r"(?:key |main |interim |major |work )?(?:milestones?|stages?|phases?|steps)(?: plan)?|(?:stage"
        r"|work|action|implementation) plan|sub-?(?:tasks?|actions?|activities)",
    ),
    Head(
        "output",
        r"(?:expected |key |planned |measurable )?(?:outputs?|products?|deliverables?|form of results?"
        r"|output form|evidence of completion|success (?:measure|criteri(?:a|on))"
        r"|qualitative indicator)",
    ),
    Head("text", r"what (?:are|do|will|must|needs?|should|actions?|can) .{1,30}"),
    Head("requirement", r"goals? and requirements?"),
    Head(
        "text",
        r"(?:description and aims|what(?: we| the \w+)? will (?:do|be done)|what needs to be done|what"
        r"|commitment text)",
    ),
    Head(
        "text",
        rf"(?:[a-z-]+ ){{0,2}}{WHAT}"
        r"(?: (?:required|points?|items?|to be taken|description|agreed|statement|detail|text|needed"
        r"|taken|name))?",
    ),
    Head(
        "description",
        r"(?:brief |short )?(?:descriptions?|details?|scope|content|subject|matter|topic|objectives?"
        r"|goals?|aims?)",
    ),
    Head(
        "theme",
        r"themes?|(?:work ?streams?|categor(?:y|ies)|pillars?|priorit(?:y|ies)|priority areas?|areas?"
        r"|chapters?|sections?|class(?: \d)?|kind|types?|strategic objectives?|work areas?|sectors?"
        r"|clusters?|domains?)",
    ),
    Head(
        "other",
        r"notes?|comments?|remarks?|observations?|source|frequency|unit|baseline|goal|target value"
        r"|indicators?|budget.{0,16}|cost.{0,12}|money.{0,12}|whole-life money|funding.{0,12}"
        r"|resources?|risks?"
        r"|commentary.{0,12}|schedule note|description and proof|public problem|links?|acceptance test"
        r"|evidence|priority level|impact|rating",
    ),
)
