package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;

/** A rule in words. */
public record Sentence(AlertRule rule, String text) {}
