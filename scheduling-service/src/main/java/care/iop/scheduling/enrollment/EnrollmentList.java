package care.iop.scheduling.enrollment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of enrollments. */
@Schema(name = "EnrollmentList")
record EnrollmentList(@Schema(required = true) List<EnrollmentView> items) {

    static EnrollmentList of(List<Enrollment> enrollments) {
        return new EnrollmentList(enrollments.stream().map(Enrollment::view).toList());
    }
}
