package care.iop.chassis.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes identifiers for new rows: UUID version 7 (RFC 9562), so that neighbours in time are neighbours in the index. */
@ApplicationScoped
public class Ids {

    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    /** A new identifier, later ones sorting after earlier ones at millisecond grain. */
    public UUID next() {
        return generator.generate();
    }
}
