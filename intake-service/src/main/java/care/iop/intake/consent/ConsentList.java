package care.iop.intake.consent;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A patient's consents, earliest drafted first. */
record ConsentList(@Schema(required = true) List<ConsentView> items) {

    static ConsentList of(List<Consent> consents) {
        return new ConsentList(consents.stream().map(Consent::view).toList());
    }
}
