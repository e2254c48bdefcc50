package care.iop.intake.benefits;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All agreements about one person, withdrawn ones included. */
record SelfPayAgreementList(@Schema(required = true) List<SelfPayAgreementView> items) {}
