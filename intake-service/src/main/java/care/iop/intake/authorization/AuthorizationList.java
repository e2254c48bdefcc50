package care.iop.intake.authorization;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of authorizations. */
record AuthorizationList(@Schema(required = true) List<AuthorizationView> items) {}
