package care.iop.local;

import care.iop.chassis.testing.backend.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run that was killed left behind: processes that nobody watches any more. */
final class Leftovers {
    private static final String SUFFIX = ".pid";

    private Leftovers() {}

    /** Parts that live, by name, whether or not their launcher does. */
    static Map<String, ProcessHandle> living(Settings settings) {
        Map<String, ProcessHandle> living = new LinkedHashMap<>();
        files(settings).forEach((part, file) -> file.process().ifPresent(process -> living.put(part, process)));
        return living;
    }

    private static Map<String, PidFile> files(Settings settings) {
        Map<String, PidFile> files = new TreeMap<>();
        if (Files.notExists(settings.run())) {
            return files;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(settings.run(), "*" + SUFFIX)) {
            for (Path file : found) {
                String name = file.getFileName().toString();
                String part = name.substring(0, name.length() - SUFFIX.length());
                if (!part.equals(Launcher.PART)) {
                    files.put(part, new PidFile(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + settings.run(), e);
        }
        return files;
    }

    /**
     * Stops them and forgets them.
     *
     * @return the names of those that were running
     */
    static List<String> stop(Settings settings) {
        Map<String, ProcessHandle> living = living(settings);
        List<String> stopped = new ArrayList<>(living.keySet());
        ProcessHandle postgres = living.remove(Suite.POSTGRES);
        Processes.stop(List.copyOf(living.values()));
        // Asked its own way, because a signal to end would wait for every client to leave.
        if (PostgresServer.stopLeftover(settings.data().resolve(Suite.POSTGRES)) && postgres == null) {
            stopped.add(Suite.POSTGRES);
        }
        files(settings).values().forEach(PidFile::delete);
        return stopped;
    }
}
