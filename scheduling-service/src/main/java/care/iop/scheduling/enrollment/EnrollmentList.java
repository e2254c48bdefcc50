package care.iop.scheduling.enrollment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of enrollments. */
@Schema(name = "EnrollmentList")
record EnrollmentList(@Schema(required = true) List<EnrollmentView> items) {

    static EnrollmentList of(List<Enrollment> enrollments, Map<UUID, Set<UUID>> noContact) {
        return new EnrollmentList(enrollments.stream()
                .map(enrollment -> enrollment.view(noContact.getOrDefault(enrollment.id(), Set.of())))
                .toList());
    }
}
