package care.iop.intake.benefits;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of benefit verifications. */
record BenefitVerificationList(@Schema(required = true) List<BenefitVerificationView> items) {}
