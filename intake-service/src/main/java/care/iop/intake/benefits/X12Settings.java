package care.iop.intake.benefits;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/** How payers are asked and understood in X12. Which codes mean what to us is our own policy. */
@ConfigMapping(prefix = "iop.benefits.x12")
public interface X12Settings {

    /** T for tests, P for production, as ISA15 says it. */
    String usage();

    /** The service types that are asked for. */
    List<String> askedServiceTypes();

    /** The service types that this treatment may be under; of those in an answer, the first of this list counts. */
    List<String> treatmentServiceTypes();

    /** The service type of single sessions with their own cost share. */
    String individualServiceType();

    /** Levels of care by the procedure code that they are billed with. */
    Map<String, String> procedures();

    /** Who asks, by the organization's slug. */
    Map<String, Provider> organization();

    /** How one organization is known to payers. */
    interface Provider {

        /** At most 60 characters. */
        String name();

        /** The National Provider Identifier. One whose check digit is wrong stops the start. */
        Npi npi();

        /** The interchange identifier of who sends, at most 15 characters. */
        String senderId();

        /** That of the clearinghouse or payer who receives. */
        String receiverId();
    }
}
