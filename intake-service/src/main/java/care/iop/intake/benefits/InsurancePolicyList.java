package care.iop.intake.benefits;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the insurance policies that arrived with a referral. */
record InsurancePolicyList(@Schema(required = true) List<InsurancePolicyView> items) {

    static InsurancePolicyList of(List<InsurancePolicy> policies) {
        return new InsurancePolicyList(
                policies.stream().map(InsurancePolicy::view).toList());
    }
}
