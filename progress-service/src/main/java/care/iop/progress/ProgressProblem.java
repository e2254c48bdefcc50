package care.iop.progress;

import care.iop.chassis.problem.ProblemType;

/** The ways in which a request to progress can fail beyond the common ones. */
public enum ProgressProblem implements ProblemType {
    CHECK_IN_ALREADY_RECORDED("This day has a check-in", 409),
    ASSESSMENT_CORRECTED("Another result stands in place of this one", 409),
    ASSESSMENT_VOIDED("This result was entered in error", 409),
    DRUG_TEST_VOIDED("This drug test was entered in error", 409),
    HOMEWORK_ENDED("This homework is done or was withdrawn", 409),
    RELAPSE_PLAN_CHANGED("The plan has another newest version", 409),
    RELAPSE_PLAN_CONFIRMED("This version of the plan has been confirmed", 409),
    ALERT_ALREADY_ACKNOWLEDGED("This alert has been acknowledged", 409),
    ALERT_NOT_ACKNOWLEDGED("This alert has not been acknowledged", 409),
    ALERT_OUTCOME_RECORDED("This alert has an outcome", 409),
    PLAN_REVISION_OPEN("Another revision of this plan is open", 409),
    PLAN_REVISION_FIXED("This revision of the plan can't change like this", 409),
    PLAN_NO_LONGER_FITS("This plan doesn't fit the admission any more", 409),
    NO_PLAN_IN_FORCE("No plan is in force", 409),
    PLAN_ENDED("This plan has ended with the stay", 409),
    EPISODE_ENDED("This episode has ended", 409),
    REBUILD_RUNNING("A rebuild is running", 409),
    TOO_LITTLE_TO_LEARN_FROM("There is too little to learn from", 409),
    WARNING_MODEL_APPROVED_BEFORE("This model was approved before", 409),
    WARNING_MODEL_NOT_IN_USE("This model does not warn", 409);

    private final String title;
    private final int status;

    ProgressProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
