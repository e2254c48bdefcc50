package care.iop.intake.disclosure;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the account of a patient's disclosures, earliest first. */
record DisclosureList(@Schema(required = true) List<DisclosureView> items) {

    static DisclosureList of(List<Disclosure> disclosures) {
        return new DisclosureList(disclosures.stream().map(Disclosure::view).toList());
    }
}
