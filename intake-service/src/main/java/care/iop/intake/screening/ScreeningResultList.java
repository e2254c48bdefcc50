package care.iop.intake.screening;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the screening results that arrived with a referral. */
record ScreeningResultList(@Schema(required = true) List<ScreeningResultView> items) {

    static ScreeningResultList of(List<ScreeningResult> results) {
        return new ScreeningResultList(
                results.stream().map(ScreeningResult::view).toList());
    }
}
