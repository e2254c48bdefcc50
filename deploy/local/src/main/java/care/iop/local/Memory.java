package care.iop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Resident memory of a process with its children, in MiB. */
final class Memory {
    private static final long KIB_PER_MIB = 1024;

    private Memory() {}

    /** Memory that processes share, as PostgreSQL's do, is counted once. Empty where the system does not show it. */
    static OptionalLong ofTree(ProcessHandle root) {
        return of(Stream.concat(Stream.of(root), root.descendants()));
    }

    static OptionalLong of(ProcessHandle process) {
        return of(Stream.of(process));
    }

    private static OptionalLong of(Stream<ProcessHandle> processes) {
        long kib = processes.mapToLong(Memory::proportionalKib).sum();
        return kib == 0 ? OptionalLong.empty() : OptionalLong.of(kib / KIB_PER_MIB);
    }

    private static long proportionalKib(ProcessHandle process) {
        Path summary = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(summary)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
