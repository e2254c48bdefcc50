package care.iop.scheduling.stepdown;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The program's own policy on stepping down, as configured. */
@ConfigMapping(prefix = "scheduling.step-down")
interface StepDownSettings {

    /** The steps, such as {@code 5x180}: days a week by minutes a day. */
    List<String> steps();

    /** How many weeks each step is held. */
    int weeksPerStep();

    /** How many weeks aftercare is weekly. */
    int aftercareWeeks();

    /** How many months aftercare takes, weekly and then monthly. */
    int aftercareMonths();

    /** Minutes of an aftercare session. */
    int aftercareMinutes();

    /** Months after aftercare at which somebody is asked how they are. */
    List<Integer> alumniMonths();

    /** Minutes of such a touch. */
    int alumniMinutes();

    /** Gives the pattern to whoever applies it; refuses one without sense when the service starts. */
    @ApplicationScoped
    class Configured {

        @Produces
        @Singleton
        StepDownPattern pattern(StepDownSettings settings) {
            return new StepDownPattern(
                    settings.steps().stream().map(StepDownPattern.Step::parse).toList(),
                    settings.weeksPerStep(),
                    settings.aftercareWeeks(),
                    settings.aftercareMonths(),
                    settings.aftercareMinutes(),
                    settings.alumniMonths(),
                    settings.alumniMinutes());
        }
    }
}
