package care.iop.chassis.readiness;

import java.util.List;

/** Says what makes a service unfit for production, each in one sentence that names the property; empty when fit. */
public interface ProductionCheck {

    /** What is wrong; empty when nothing is. */
    List<String> findings();
}
