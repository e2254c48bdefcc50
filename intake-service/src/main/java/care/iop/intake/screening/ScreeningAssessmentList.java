package care.iop.intake.screening;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the screening assessments of a referral with all their versions, earliest recorded first. */
record ScreeningAssessmentList(@Schema(required = true) List<ScreeningAssessmentView> items) {

    static ScreeningAssessmentList of(List<ScreeningAssessment> assessments) {
        return new ScreeningAssessmentList(
                assessments.stream().map(ScreeningAssessment::view).toList());
    }
}
