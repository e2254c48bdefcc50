package care.iop.intake.benefits;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of questions to payers. */
record EligibilityInquiryList(@Schema(required = true) List<EligibilityInquiryView> items) {}
