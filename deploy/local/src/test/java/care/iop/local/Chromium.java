package care.iop.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser: the one that CHROME_BIN names, an installed one, or Debian's, which is installed when that is allowed. */
final class Chromium implements AutoCloseable {

    private static final List<String> COMMANDS =
            List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() throws IOException, InterruptedException {
        var executable = find();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(FLAGS)
                                .setHeadless(true)));
    }

    Browser browser() {
        return browser;
    }

    private static Path find() throws IOException, InterruptedException {
        var named = System.getenv("CHROME_BIN");
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException("CHROME_BIN is '" + named + "', which is no program that can be run.");
            }
            return Path.of(named);
        }
        var installed = installed();
        if (installed.isPresent()) {
            return installed.get();
        }
        installFromDebian();
        return installed()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The pages are tested in a real browser, and there is none: install chromium, or name one in CHROME_BIN."));
    }

    private static Optional<Path> installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> COMMANDS.stream().map(command -> Path.of(folder, command)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void installFromDebian() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        for (var arguments : List.of("update -q", "install -y -q --no-install-recommends chromium")) {
            var command = Stream.concat(Stream.of("apt-get"), Stream.of(arguments.split(" ", -1)))
                    .toList();
            var process = new ProcessBuilder(command).inheritIO();
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            process.start().waitFor();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
