package care.iop.progress.change;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Which of several published criteria a figure or an alert goes by: one for each instrument, named with it. */
@ConfigMapping(prefix = "iop.progress.change")
public interface ChangePolicy {

    /** The code of the criterion by the code of the instrument. */
    Map<String, String> primary();
}
