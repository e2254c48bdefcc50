package care.iop.chassis.request;

import care.iop.chassis.id.Ids;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What is known of the request or event being handled beside its content: its identifier, operation and stated purpose. */
@RequestScoped
public class RequestFacts {

    private final Ids ids;
    private @Nullable String requestId;
    private String operation = "internal";
    private @Nullable String purpose;

    RequestFacts(Ids ids) {
        this.ids = ids;
    }

    /** Sets what the request says of itself; called once, before anything else runs. */
    public void begin(@Nullable String requestId, String operation, @Nullable String purpose) {
        this.requestId = requestId;
        this.operation = operation;
        this.purpose = purpose;
    }

    /** The identifier by which this request is found in logs and in the access log. */
    public String requestId() {
        var known = requestId;
        if (known == null) {
            known = ids.next().toString();
            requestId = known;
        }
        return known;
    }

    /** The operation being carried out, such as {@code GET LoafResource#get} or the type of an event. */
    public String operation() {
        return operation;
    }

    /** The purpose of use that the caller stated; null when it stated none. */
    public @Nullable String purpose() {
        return purpose;
    }
}
