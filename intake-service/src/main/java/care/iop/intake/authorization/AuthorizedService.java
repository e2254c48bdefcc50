package care.iop.intake.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One service of an authorization.
 *
 * @param approvedUnits absent until the payer has decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthorizedService(
        String code,
        UnitRule rule,
        int requestedUnits,
        @Nullable Integer approvedUnits) {

    AuthorizedService requested(int units) {
        return new AuthorizedService(code, rule, units, approvedUnits);
    }

    AuthorizedService approved(int units) {
        return new AuthorizedService(code, rule, requestedUnits, units);
    }

    int units() {
        return approvedUnits == null ? 0 : approvedUnits;
    }
}
