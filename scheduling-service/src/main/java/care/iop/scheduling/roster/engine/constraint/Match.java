package care.iop.scheduling.roster.engine.constraint;

/**
 * One place where a roster meets a rule's condition.
 *
 * @param subjectId the client, clinician, cohort or room concerned
 * @param quarterPoints what it adds to the score on the rule's level, weight included
 * @param explanation what happens there, in plain words with ids only
 */
public record Match(Rule rule, Level level, String subjectId, long quarterPoints, String explanation) {}
