package care.iop.local;

import care.iop.chassis.testing.backend.ProcessEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code down}: stops the suite, and whatever a killed run left behind. */
final class Down {
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(2);

    private final Settings settings;
    private final Progress progress;

    Down(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    void run() {
        Optional<ProcessHandle> launcher = PidFile.of(settings, Launcher.PART).process();
        launcher.ifPresent(Down::stop);
        List<String> leftovers = Leftovers.stop(settings);
        PidFile.of(settings, Launcher.PART).delete();
        if (!leftovers.isEmpty()) {
            progress.say("Stopped what a killed run left behind: " + String.join(", ", leftovers) + ".");
        } else if (launcher.isPresent()) {
            progress.say("Stopped.");
        } else {
            progress.say("Nothing was running.");
        }
    }

    private static void stop(ProcessHandle launcher) {
        launcher.destroy();
        if (!ProcessEnd.await(launcher, STOPPED_WITHIN)) {
            launcher.destroyForcibly();
        }
    }
}
