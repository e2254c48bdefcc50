package care.iop.load;

import java.util.Locale;

/** The services of the suite, as their modules, databases and paths are called. */
enum SuiteService {
    INTAKE,
    SCHEDULING,
    PROGRESS;

    /** Name of the database and of the root path. */
    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return shortName() + "-service";
    }
}
