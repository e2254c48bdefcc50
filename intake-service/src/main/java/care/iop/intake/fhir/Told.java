package care.iop.intake.fhir;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.fhir.ToldAs;
import care.iop.chassis.fhir.UsCore;

/** The FHIR types as which persons are told of here. */
final class Told {

    static final ToldAs PATIENT = ToldAs.of("Patient", UsCore.profile("patient"), DataClass.DEMOGRAPHICS);
    static final ToldAs SERVICE_REQUEST =
            ToldAs.of("ServiceRequest", UsCore.profile("servicerequest"), DataClass.REFERRAL);
    static final ToldAs TASK = ToldAs.of("Task", DataClass.REFERRAL);
    static final ToldAs EPISODE_OF_CARE = ToldAs.of("EpisodeOfCare", DataClass.ENROLLMENT);

    /** Without the profile: whose policy it is and its number are not always known. */
    static final ToldAs COVERAGE = ToldAs.of("Coverage", DataClass.BENEFITS);

    private Told() {}
}
