package care.iop.intake.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.intake.admission.EpisodeFacts;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;

/** A stay as an EpisodeOfCare of FHIR R4. */
final class EpisodeMapping {

    private EpisodeMapping() {}

    static FhirRecord record(EpisodeFacts stay) {
        return new FhirRecord(
                stay.id().toString(),
                stay.patientId(),
                Long.toString(stay.version()),
                status(stay).toCode(),
                stay.changedAt(),
                notice -> episode(stay, notice));
    }

    private static EpisodeOfCareStatus status(EpisodeFacts stay) {
        if (stay.dischargedOn() != null) {
            return EpisodeOfCareStatus.FINISHED;
        }
        return stay.onLeave() ? EpisodeOfCareStatus.ONHOLD : EpisodeOfCareStatus.ACTIVE;
    }

    private static EpisodeOfCare episode(EpisodeFacts stay, Notice notice) {
        var episode = SecurityLabels.withNotice(new EpisodeOfCare(), notice);
        episode.setStatus(status(stay));
        episode.addType(new CodeableConcept()
                .addCoding(new Coding()
                        .setSystem(DirectoryMapping.LEVEL_SYSTEM)
                        .setCode(stay.levelOfCare().code())));
        episode.setPatient(new Reference("Patient/" + stay.patientId()));
        episode.addReferralRequest(new Reference("ServiceRequest/" + stay.referralId()));
        episode.getPeriod().setStartElement(new DateTimeType(stay.admittedOn().toString()));
        if (stay.dischargedOn() != null) {
            episode.getPeriod()
                    .setEndElement(new DateTimeType(stay.dischargedOn().toString()));
        }
        return episode;
    }
}
