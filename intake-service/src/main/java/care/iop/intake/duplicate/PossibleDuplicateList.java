package care.iop.intake.duplicate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of pairs. */
record PossibleDuplicateList(@Schema(required = true) List<PossibleDuplicateView> items) {}
