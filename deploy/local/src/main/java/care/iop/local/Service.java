package care.iop.local;

import java.nio.file.Path;

/** The suite's own services. */
enum Service {
    INTAKE("intake", Port.INTAKE, Port.INTAKE_MANAGEMENT),
    SCHEDULING("scheduling", Port.SCHEDULING, Port.SCHEDULING_MANAGEMENT),
    PROGRESS("progress", Port.PROGRESS, Port.PROGRESS_MANAGEMENT);

    private final String context;
    private final Port port;
    private final Port managementPort;

    Service(String context, Port port, Port managementPort) {
        this.context = context;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Name of the database, of its owner, and of the path under the origin. */
    String context() {
        return context;
    }

    String moduleName() {
        return context + "-service";
    }

    Port port() {
        return port;
    }

    Port managementPort() {
        return managementPort;
    }

    Path runnableJar(Path repository) {
        return repository.resolve(moduleName()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
