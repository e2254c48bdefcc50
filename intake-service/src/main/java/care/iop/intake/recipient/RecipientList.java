package care.iop.intake.recipient;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of recipients in the order of registration. */
record RecipientList(@Schema(required = true) List<RecipientView> items) {

    static RecipientList of(List<Recipient> recipients) {
        return new RecipientList(recipients.stream().map(Recipient::view).toList());
    }
}
