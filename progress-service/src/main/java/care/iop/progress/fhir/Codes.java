package care.iop.progress.fhir;

import care.iop.chassis.instrument.InstrumentDefinition;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/** Code systems and what all resources here have in common. */
final class Codes {

    static final String LOINC = "http://loinc.org";

    /** The instruments by the codes that {@code GET /progress/api/instruments} gives them. */
    static final String INSTRUMENT = "urn:care:iop:instrument";

    /** What a daily check-in asks. */
    static final String CHECK_IN = "urn:care:iop:progress:check-in";

    private Codes() {}

    /** The total of an instrument: by LOINC where it has a code there, and by our own in any case. */
    static CodeableConcept total(InstrumentDefinition instrument) {
        var concept = new CodeableConcept().setText(instrument.title());
        if (instrument.loinc().total() != null) {
            concept.addCoding(
                    new Coding().setSystem(LOINC).setCode(instrument.loinc().total()));
        }
        return concept.addCoding(new Coding().setSystem(INSTRUMENT).setCode(instrument.code()));
    }

    /** A code of our own with its meaning. */
    static CodeableConcept own(String system, String code, String text) {
        return new CodeableConcept()
                .setText(text)
                .addCoding(new Coding().setSystem(system).setCode(code));
    }

    static Reference patient(UUID id) {
        return new Reference("Patient/" + id);
    }
}
