"""The words by which a verb phrase of a directive is judged: attitudes, improvements, what can be looked at.

In: nothing. Out: sets of lower-case words, each with what makes a word belong to it. How they are used stands
in `phrases`; verbs and products that all English rules know stand in `words`.
"""

from milepost.reading.english.words import DOCUMENT_PRODUCTS
from milepost.reading.sentences import words

ATTITUDE = words(
    "abide act adhere be care relax neglect forget advocate attach avoid bear become carry cherish cultivate "
    "dare deem emphasise "
    "emphasize encourage ensure face focus foster give grasp guarantee have highlight innovate insist "
    "inspire keep know learn mobilise mobilize overcome persist persevere practise prevent pursue "
    "recognise recognize refrain rely remain remember resist respect safeguard seek serve stay stick "
    "stimulate stop strive take tell think tolerate treat understand unify unite unleash uphold use value "
    "work"
)
"""Verbs of attitude: by themselves they name nothing that a third person could check."""
IMPROVE = words(
    "accelerate advance boost build combine compact connect consolidate create deepen develop enhance "
    "enrich expand force further identify implement improve increase integrate intensify link maintain "
    "modernise modernize perfect promote push raise reform seize shape speed step strengthen support "
    "tighten"
)
"""Verbs that improve their object: checkable when the object is something definite."""
VAGUE = words("optimise optimize refine")
"""Verbs that can be checked only of a step-by-step thing."""
STEPWISE = words(
    "allocation application approval layout list lists network process processes procedure procedures "
    "route routes schedule service services timetable workflow workflows structure"
)
"""What can visibly be optimised."""
DEFINITE = DOCUMENT_PRODUCTS | words(
    "arrangement arrangements assessment asset assets audit branches bridge budget buildings capacity "
    "centre center centres centers channels charter clinics code companies company compensation "
    "construction contracts control coverage curriculum data deployment design docks enforcement "
    "enterprise enterprises entities entity equipment evaluation exchange facilities facility finance "
    "fleet fund funds function functions governance grid harbour hospital hospitals housing incentives "
    "industries infrastructure inspection inspections insurance investment law laws legislation licensing "
    "lines lists logistics management market mechanism mechanisms mode models monitoring networks network "
    "patrols pensions permits pilots plans planning platform platforms policies ports procedures process "
    "processes procurement products programme program programmes programs projects project recruitment "
    "registration regulations reporting roads routes salaries salary schemes scheme schools services "
    "service staffing standard stations storage strategies structure subsidies subsidy supervision supply "
    "system systems tariffs tasks tax team teams terminal tools traffic training transfer transport "
    "treatment trials units warehouses waste water works workshop"
)
"""Objects that somebody can look at."""
QUALITY = words(
    "advantage advantages ambition atmosphere attitude awareness breakthroughs cohesion competitiveness "
    "confidence consciousness consensus courage creativity culture determination direction discipline "
    "effect effects enthusiasm environment force happiness harmony heights highland highlands image "
    "initiative integrity intent leadership mentality mindset momentum morale orientation outlook passion "
    "power prosperity responsibilities responsibility resilience resolve sense situation solidarity "
    "spirit stability strengths strength synergy systematicness thinking thought trust unity vigor vigour "
    "vision vitality wholeness will"
)
"""Objects that are qualities or pictures: nobody can say when they are done."""
GENERAL = words(
    "building cause construction cooperation development implementation improvement innovation "
    "integration level levels modernisation modernization opening optimization optimisation progress "
    "promotion quality reengineering reform reforms transformation upgrading work"
)
"""Objects that say nothing by themselves: what they are of decides."""
ADVERBS = words("and or further better more well also always then jointly first not never to")
PARTICLES = words("up out down over off forward aside")
DETERMINERS = words("the a an its their all our each every it them this these that such new more")
NOUNS_TOO = words(
    "account address answer approach audit award benefit book brief call change contract control copy "
    "cover deal delegate design document draft draw end estimate exercise farm fence focus force form "
    "fund grant guide increase influence issue lead lease license link market measure permit pilot place "
    "plan plant post present process project purchase rank reform release rent repair report request "
    "research return review route run scale schedule scope screen seal share source sponsor staff start "
    "store study supply support survey target task test trade train transfer transport treat trial update "
    "upgrade use value visit vote work"
)
"""Verbs that are as often nouns: they open a phrase only before a determiner or after an adverb."""
