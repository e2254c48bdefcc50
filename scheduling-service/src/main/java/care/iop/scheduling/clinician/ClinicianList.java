package care.iop.scheduling.clinician;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of clinicians. */
@Schema(name = "ClinicianList")
record ClinicianList(@Schema(required = true) List<ClinicianView> items) {

    static ClinicianList of(List<Clinician> clinicians) {
        return new ClinicianList(clinicians.stream().map(Clinician::view).toList());
    }
}
