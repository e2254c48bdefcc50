package care.iop.load;

import care.iop.chassis.testing.TestTokens;
import care.iop.load.simulation.BulkLoad;
import care.iop.load.simulation.Calibration;
import care.iop.load.simulation.Simulation;
import care.iop.load.simulation.Year;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Trains progress' early warning on a simulated year, and prints how the model did on the months that it had not seen. What it
 * says holds for simulated people only.
 */
public final class EarlyWarning {

    private static final String USAGE =
            "usage: early-warning [--episodes N] [--days N] [--seed N] [--threshold PERCENT] [--output FILE] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS =
            Set.of("--episodes", "--days", "--seed", "--threshold", "--output", "--jvm-options");
    private static final int PEOPLE_BY_PROGRAM = 500;
    private static final int SHOWN = 5;

    private final Suite suite;
    private final Options options;

    private EarlyWarning(Suite suite, Options options) {
        this.suite = suite;
        this.options = options;
    }

    /** Trains and prints; exits with 1 when something failed and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            var checkout = Suite.findCheckout();
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                new EarlyWarning(suite, options)
                        .run(options.text("--output")
                                .map(Path::of)
                                .orElse(checkout.resolve("deploy/load/target/early-warning.json")));
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (Exception e) {
            System.err.println("The trial failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private void run(Path output) throws Exception {
        var service = suite.start(SuiteService.PROGRESS, "progress");
        int episodes = options.number("--episodes", 4_000);
        int days = options.number("--days", 365);
        var today = ProgressNetwork.today();
        var simulation = new Simulation(new Year(
                options.number("--seed", 1),
                episodes,
                Math.max(1, episodes / PEOPLE_BY_PROGRAM),
                today.minusDays(days - 1L),
                days,
                false));
        var loaded = new BulkLoad(() -> suite.connect("progress"), Requests.ORGANIZATION, today)
                .load(simulation, new Calibration(simulation.year()));
        var operator = TestTokens.bearer(Requests.ORGANIZATION, "operator");
        try (var connection = new KeepAliveConnection(service.port())) {
            long began = System.nanoTime();
            var trained = connection.post("/progress/api/warning-models", operator, "", "{}");
            double seconds = (System.nanoTime() - began) / 1e9;
            Dashboards.expect(trained, 201, "training");
            var model = new ObjectMapper().readTree(trained.body());
            print(model, loaded, seconds);
            var threshold = options.number("--threshold", 20) / 100.0;
            Dashboards.expect(
                    connection.post(
                            "/progress/api/warning-models/" + model.get("id").asText() + "/approval",
                            operator,
                            "",
                            "{\"threshold\": " + threshold + "}"),
                    200,
                    "the approval");
            var warnings = connection.get("/progress/api/early-warnings", ProgressNetwork.staff());
            Dashboards.expect(warnings, 200, "the warnings");
            warnings(new ObjectMapper().readTree(warnings.body()), threshold);
            Files.createDirectories(output.toAbsolutePath().getParent());
            Files.writeString(output, trained.body());
        }
        print("%nWritten to %s", output);
    }

    private static void print(JsonNode model, BulkLoad.Loaded loaded, double seconds) {
        var evaluation = model.get("evaluation");
        print(
                """
                Simulated people only: %,d episodes, %,d check-ins. Trained in %.1f s on %,d weeks of people, %,d of them before somebody dropped out.
                Judged on %,d later weeks with %,d such. Brier score %.4f, of always saying the rate %.4f.

                | tenth of the weeks | mean probability | dropped out within 14 days |
                |---|---|---|""",
                loaded.episodes(),
                loaded.checkIns(),
                seconds,
                model.get("examples").asInt(),
                model.get("dropouts").asInt(),
                evaluation.get("people").asInt(),
                evaluation.get("droppedOut").asInt(),
                evaluation.get("brierScore").asDouble(),
                evaluation.get("brierScoreOfTheRate").asDouble());
        int tenth = 1;
        for (var row : evaluation.get("reliability")) {
            print(
                    "| %d | %.3f | %.3f |",
                    tenth++, row.get("said").asDouble(), row.get("happened").asDouble());
        }
        print("%n| warn from | warnings a week by 100 people | of them right | found of all |\n|---|---|---|---|");
        for (var row : evaluation.get("budget")) {
            print(
                    "| %.2f | %.1f | %.0f %% | %.0f %% |",
                    row.get("from").asDouble(),
                    row.get("warningsByHundred").asDouble(),
                    100 * row.get("right").asDouble(),
                    100 * row.get("found").asDouble());
        }
        print("%n| signal | odds ratio of one standard deviation |\n|---|---|");
        for (var row : model.get("weights")) {
            print(
                    "| %s | %.2f |",
                    row.get("signal").asText(), row.get("oddsRatio").asDouble());
        }
    }

    private static void warnings(JsonNode warnings, double threshold) {
        print(
                "%n%d people are warned of from %.2f on this week, such as:",
                warnings.get("items").size(), threshold);
        int shown = 0;
        for (var warning : warnings.get("items")) {
            if (shown++ < SHOWN) {
                print("- %.2f: %s", warning.get("probability").asDouble(), warning.get("reasons"));
            }
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
