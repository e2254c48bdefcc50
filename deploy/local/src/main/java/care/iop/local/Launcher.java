package care.iop.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Main class of the commands in {@code deploy/local}: {@code up down status logs token replay support-bundle}. */
public final class Launcher {
    static final String PART = "launcher";

    /** Set by the scripts: the root of the checkout. */
    static final String REPOSITORY = "iop.repository";

    private static final Set<String> UP_OPTIONS = Set.of("--detach", "--fresh", "--no-story", "--backends-only");

    private Launcher() {}

    public static void main(String[] arguments) {
        Settings settings = null;
        try {
            settings = Settings.from(
                    Path.of(System.getProperty(REPOSITORY, "")).toAbsolutePath().normalize(), System.getenv());
            System.exit(run(settings, List.of(arguments)));
        } catch (RuntimeException e) {
            System.out.flush();
            System.err.println(Explanation.of(e, settings));
            System.exit(1);
        }
    }

    private static int run(Settings settings, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new CannotContinue(
                    "Say what to do: up, down, status, logs SERVICE, token USER, replay TOPIC, support-bundle.");
        }
        List<String> rest = arguments.subList(1, arguments.size());
        Progress progress = new Progress(System.out);
        switch (arguments.get(0)) {
            case "up" -> {
                Set<String> options = new HashSet<>(rest);
                requireKnown(options);
                if (options.remove("--detach")) {
                    return Detached.up(
                            settings,
                            progress,
                            rest.stream()
                                    .filter(option -> !option.equals("--detach"))
                                    .toList());
                }
                new Up(settings, progress, http()).run(options);
            }
            case "down" -> new Down(settings, progress).run();
            case "status" -> {
                return new Status(settings.ofRunningSuite(), progress, http()).run();
            }
            case "logs" -> new Logs(settings, progress).run(rest);
            case "token" ->
                progress.say(
                        new SignIn(settings.ofRunningSuite(), http(), Clock.systemUTC()).anybody(only(rest, "USER")));
            case "replay" -> {
                return Replay.run(settings.ofRunningSuite(), only(rest, "TOPIC"));
            }
            case "support-bundle" ->
                new SupportBundle(settings.ofRunningSuite(), progress, http(), Clock.systemUTC())
                        .run(settings.home().resolve("support"), rest);
            default ->
                throw new CannotContinue("There is no command '" + arguments.get(0)
                        + "'; there are up, down, status, logs SERVICE, token USER, replay TOPIC and support-bundle.");
        }
        return 0;
    }

    private static void requireKnown(Set<String> options) {
        Optional<String> unknown =
                options.stream().filter(option -> !UP_OPTIONS.contains(option)).findFirst();
        if (unknown.isPresent()) {
            throw new CannotContinue("There is no option '" + unknown.get() + "'; there are "
                    + String.join(" ", UP_OPTIONS.stream().sorted().toList()) + ".");
        }
    }

    static String only(List<String> arguments, String name) {
        if (arguments.size() != 1) {
            throw new CannotContinue("Say one " + name + ", not '" + String.join(" ", arguments) + "'.");
        }
        return arguments.get(0);
    }

    private static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
