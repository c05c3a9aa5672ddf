"""The elements of the exchange schema for project files, in its order, by element (and its parent).

Only names: what a reader that checks the schema's sequences expects. The list was taken from the classes that
mpxj 16.10 generates from Microsoft's schema.
"""

ORDER: dict[str, str] = {
    "Project": (
        "SaveVersion UID Name GUID Title Subject Category Company Manager Author CreationDate "
        "Revision LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit "
        "CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID "
        "DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType "
        "DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate DurationFormat WorkFormat "
        "EditableActualCosts HonorConstraints EarnedValueMethod InsertedProjectsLikeSummary "
        "MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated SplitsInProgressTasks "
        "SpreadActualCost SpreadPercentComplete TaskUpdatesResource FiscalYearStart WeekStartDay "
        "MoveCompletedEndsBack MoveRemainingStartsBack MoveRemainingStartsForward "
        "MoveCompletedEndsForward BaselineForEarnedValue AutoAddNewResourcesAndTasks StatusDate "
        "CurrentDate MicrosoftProjectServerURL Autolink NewTaskStartDate NewTasksAreManual "
        "DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate ActualsInSync "
        "RemoveFileProperties AdminProject BaselineCalendar "
        "UpdateManuallyScheduledTasksWhenEditingLinks "
        "KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled OutlineCodes WBSMasks ExtendedAttributes "
        "Calendars Tasks Resources Assignments"
    ),
    "ExtendedAttributes/ExtendedAttribute": (
        "FieldID FieldName CFType Guid ElemType MaxMultiValues UserDef Alias SecondaryPID "
        "AutoRollDown DefaultGuid Ltuid SecondaryGuid PhoneticAlias RollupType CalculationType "
        "Formula RestrictValues ValuelistSortOrder AppendNewValues Default ValueList"
    ),
    "Calendars/Calendar": (
        "UID GUID Name IsBaseCalendar IsBaselineCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks"
    ),
    "WeekDays/WeekDay": ("DayType DayWorking TimePeriod WorkingTimes"),
    "Exceptions/Exception": (
        "EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem "
        "MonthPosition Month MonthDay DayWorking WorkingTimes"
    ),
    "Exception/TimePeriod": ("FromDate ToDate"),
    "WorkingTimes/WorkingTime": ("FromTime ToTime"),
    "Tasks/Task": (
        "UID GUID ID Name Active Manual Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber "
        "OutlineLevel Priority Start Finish Duration DurationFormat Work Stop Resume ResumeValid "
        "EffortDriven Recurring OverAllocated Estimated Milestone Summary DisplayAsSummary Critical "
        "IsSubproject IsSubprojectReadOnly SubprojectName ExternalTask ExternalTaskProject EarlyStart "
        "EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance FreeSlack "
        "TotalSlack StartSlack FinishSlack FixedCost FixedCostAccrual PercentComplete "
        "PercentWorkComplete Cost OvertimeCost OvertimeWork ActualStart ActualFinish ActualDuration "
        "ActualCost ActualOvertimeCost ActualWork ActualOvertimeWork RegularWork RemainingDuration "
        "RemainingCost RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV "
        "ConstraintType CalendarUID ConstraintDate Deadline LevelAssignments LevelingCanSplit "
        "LevelingDelay LevelingDelayFormat PreLeveledStart PreLeveledFinish Hyperlink "
        "HyperlinkAddress HyperlinkSubAddress IgnoreResourceCalendar Notes HideBar Rollup BCWS BCWP "
        "PhysicalPercentComplete EarnedValueMethod PredecessorLink ActualWorkProtected "
        "ActualOvertimeWorkProtected ExtendedAttribute Baseline OutlineCode IsPublished StatusManager "
        "CommitmentStart CommitmentFinish CommitmentType StartText FinishText DurationText "
        "ManualStart ManualFinish ManualDuration TimephasedData Project"
    ),
    "Task/PredecessorLink": ("PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat"),
    "Task/ExtendedAttribute": ("FieldID Value ValueGUID DurationFormat"),
    "Task/Baseline": (
        "TimephasedData Number Interim Start Finish Duration DurationFormat EstimatedDuration Work "
        "Cost BCWS BCWP FixedCost"
    ),
}
