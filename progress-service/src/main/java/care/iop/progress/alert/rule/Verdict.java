package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.Severity;

/** A rule that calls a human, and how soon one must look. */
public record Verdict(AlertRule rule, Severity severity) {}
