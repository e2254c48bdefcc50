package care.iop.intake.disclosure;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who treats the person. */
@Schema(name = "TreatingRelationshipRequest", examples = "{\"recipientId\": \"019a2b3c-0000-7000-8000-0000000000c1\"}")
record TreatingRelationshipRequest(@NotNull UUID recipientId) {}
