package care.iop.intake.level;

import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Which levels the program serves: {@code iop.level-of-care.served."2.1".minimum-minutes} and so on. A wrong setting stops the start. */
@ConfigMapping(prefix = "iop.level-of-care")
interface LevelSettings {

    /** By the level's identifier. */
    Map<String, Minutes> served();

    /** Minutes a week. */
    interface Minutes {

        /** The least that can be prescribed. */
        int minimumMinutes();

        /** The most that can be prescribed. */
        int maximumMinutes();

        /** What is prescribed when nobody says otherwise. */
        int standardMinutes();
    }

    /** Makes the served levels from the settings. */
    @Singleton
    final class Producer {

        @Produces
        @Singleton
        @Startup
        ServedLevels servedLevels(LevelSettings settings) {
            var served = new EnumMap<LevelOfCare, WeeklyMinutes>(LevelOfCare.class);
            settings.served()
                    .forEach((code, minutes) -> served.put(
                            LevelOfCare.of(code)
                                    .orElseThrow(() -> new IllegalArgumentException(
                                            "iop.level-of-care.served has " + code + ", which is no level of care")),
                            new WeeklyMinutes(
                                    minutes.minimumMinutes(), minutes.maximumMinutes(), minutes.standardMinutes())));
            return new ServedLevels(served);
        }
    }
}
