package care.iop.progress.alert.rule;

/** How many days ago a person last checked in, and last was heard of in any way; counted from the admission at the most. */
public record SilenceFacts(long daysSinceCheckIn, long daysSinceContact) {}
