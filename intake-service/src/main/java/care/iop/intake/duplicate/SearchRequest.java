package care.iop.intake.duplicate;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to compare with all others. */
@Schema(name = "DuplicateSearchRequest")
record SearchRequest(@NotNull UUID patientId) {}
