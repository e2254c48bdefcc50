package care.iop.progress.alert;

/** What one person did about alerts in a time, as the query finds it. */
record BudgetRow(String acknowledgedBy, long acknowledged, long ledToAction, long withoutOutcome) {}
