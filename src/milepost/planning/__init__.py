"""From a ledger to dates: step templates, calendars, schedules, the checks of a plan, and an independent
checker.

In: a ledger and today. Out: the ledger with proposed steps, its schedule, and evidence about the plan. Order
of the parts: `calendar`, `settings`, `kinds`, `templates`, `network`, `axis`, `durations`, `levelling`,
`drivers`, `schedule`; beside them `analysis` and `verify`. Pure: no clock, no network, no file. Not here:
reading and books.
"""

from milepost.planning.kinds import kind_of
from milepost.planning.schedule import factors, plan
from milepost.planning.settings import default_settings
from milepost.planning.templates import propose_steps, quarterly_checks

__all__ = ["default_settings", "factors", "kind_of", "plan", "propose_steps", "quarterly_checks"]
