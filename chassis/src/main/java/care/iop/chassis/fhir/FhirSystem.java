package care.iop.chassis.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;

/** The resource class of what a FHIR face does as a whole and not for one type, such as taking a transaction. */
public interface FhirSystem {

    /** What it does, always in the same order. */
    List<SystemRestfulInteraction> interactions();
}
