package care.iop.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An earlier commit of the suite, checked out and built beside the one at hand. */
final class PreviousVersion implements AutoCloseable {

    private final Path checkout;
    private final Path directory;

    private PreviousVersion(Path checkout, Path directory) {
        this.checkout = checkout;
        this.directory = directory;
    }

    /** Checks the commit out in a directory of its own and builds its services, which takes minutes. */
    static PreviousVersion build(Path checkout, String commit) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("iop-previous-");
        var version = new PreviousVersion(checkout, directory);
        try {
            run(checkout, List.of("git", "worktree", "add", "--quiet", "--detach", directory.toString(), commit));
            run(
                    directory,
                    List.of(
                            "mvn",
                            "-B",
                            "-q",
                            "-DskipTests",
                            "-pl",
                            "intake-service,scheduling-service,progress-service",
                            "-am",
                            "package"));
            return version;
        } catch (IOException | InterruptedException | RuntimeException e) {
            version.close();
            throw e;
        }
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(checkout, List.of("git", "worktree", "remove", "--force", directory.toString()));
    }

    private static void run(Path in, List<String> command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command)
                .directory(in.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }
}
