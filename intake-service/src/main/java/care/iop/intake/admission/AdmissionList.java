package care.iop.intake.admission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of admissions. */
record AdmissionList(@Schema(required = true) List<AdmissionView> items) {

    static AdmissionList of(List<Admission> admissions) {
        return new AdmissionList(admissions.stream().map(Admission::view).toList());
    }
}
