package care.iop.chassis.testing.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Main class of the child JVM: formats the storage once, runs the broker, ends with the parent. */
final class KafkaBrokerProcess {
    static final String KEEP_DATA = "keep";
    static final String DELETE_DATA = "delete";

    /** The cluster has one node on one machine, so its id needs to be nothing but valid. */
    private static final String CLUSTER_ID = "aW9wLWxvY2FsLWthZmthMQ";

    private KafkaBrokerProcess() {}

    public static void main(String[] arguments) {
        Path properties = Path.of(arguments[0]);
        boolean deleteData = arguments[1].equals(DELETE_DATA);
        endWithParent(properties.toAbsolutePath().getParent(), deleteData);
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", properties.toString()},
                new PrintStream(System.out, true));
        if (formatted != 0) {
            System.exit(formatted);
        }
        Kafka.main(new String[] {properties.toString()});
    }

    /** The parent holds the other end of standard input, and the system closes it however the parent ends. */
    private static void endWithParent(Path directory, boolean deleteData) {
        Thread watch = new Thread(
                () -> {
                    awaitEnd(System.in);
                    if (deleteData) {
                        Directories.delete(directory);
                        Runtime.getRuntime().halt(0);
                    }
                    System.exit(0);
                },
                "ends-with-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd(InputStream parent) {
        try {
            while (parent.read() != -1) {
                // The parent writes nothing; only the end counts.
            }
        } catch (IOException e) {
            // A broken pipe is an end as well.
        }
    }
}
