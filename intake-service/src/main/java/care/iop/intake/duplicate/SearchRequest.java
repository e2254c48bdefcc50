package care.iop.intake.duplicate;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to compare with all others. */
@Schema(name = "DuplicateSearchRequest", examples = """
                {"patientId": "0195e0a4-0000-7000-8000-000000000001"}""")
record SearchRequest(@NotNull UUID patientId) {}
