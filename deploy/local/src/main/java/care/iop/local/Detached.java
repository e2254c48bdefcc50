package care.iop.local;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code up --detach}: lets another process run the suite, shows its progress, and leaves it when it is ready. */
final class Detached {
    private static final int LOOK_MILLIS = 200;

    private Detached() {}

    /** Returns 0 when the suite is ready, else what its launcher ended with. */
    static int up(Settings settings, Progress progress, List<String> options) {
        Path log = settings.log(Launcher.PART);
        try {
            Files.createDirectories(settings.logs());
            Files.deleteIfExists(log);
            Files.deleteIfExists(settings.run().resolve(Up.READY));
            Process launcher = new ProcessBuilder(command(settings, options))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return follow(settings, progress, log, launcher);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start the launcher", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotContinue("Interrupted; deploy/local/down stops what has been started.", e);
        }
    }

    /** A session of its own keeps the suite out of the reach of this terminal's hang-up and Ctrl-C. */
    private static List<String> command(Settings settings, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "/usr/bin/setsid" : "nohup");
        command.add(ChildJvm.java());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + Launcher.REPOSITORY + "=" + settings.repository());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Launcher.class.getName());
        command.add("up");
        command.addAll(options);
        return command;
    }

    private static int follow(Settings settings, Progress progress, Path log, Process launcher)
            throws IOException, InterruptedException {
        Path ready = settings.run().resolve(Up.READY);
        try (RandomAccessFile told = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                boolean ended = launcher.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                boolean up = Files.exists(ready);
                byte[] news = new byte[Math.toIntExact(told.length() - told.getFilePointer())];
                told.readFully(news);
                System.out.print(new String(news, StandardCharsets.UTF_8));
                System.out.flush();
                if (ended) {
                    return launcher.exitValue() == 0 ? 1 : launcher.exitValue();
                }
                if (up) {
                    progress.say("The suite goes on by itself; deploy/local/down stops it.");
                    return 0;
                }
            }
        }
    }
}
