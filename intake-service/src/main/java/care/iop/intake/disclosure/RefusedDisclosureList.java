package care.iop.intake.disclosure;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what was refused, earliest first. */
record RefusedDisclosureList(@Schema(required = true) List<RefusedDisclosureView> items) {}
