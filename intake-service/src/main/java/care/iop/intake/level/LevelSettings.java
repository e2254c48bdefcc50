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

    /** Those given after a step-down only, by the level's identifier. */
    Map<String, Minutes> continuing();

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
            return new ServedLevels(minutes("served", settings.served()), minutes("continuing", settings.continuing()));
        }

        private static Map<LevelOfCare, WeeklyMinutes> minutes(String list, Map<String, Minutes> settings) {
            var byLevel = new EnumMap<LevelOfCare, WeeklyMinutes>(LevelOfCare.class);
            settings.forEach((code, minutes) -> byLevel.put(
                    LevelOfCare.of(code)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "iop.level-of-care." + list + " has " + code + ", which is no level of care")),
                    new WeeklyMinutes(minutes.minimumMinutes(), minutes.maximumMinutes(), minutes.standardMinutes())));
            return byLevel;
        }
    }
}
