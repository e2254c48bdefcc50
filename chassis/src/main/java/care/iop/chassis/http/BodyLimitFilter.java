package care.iop.chassis.http;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.chassis.request.FhirPath;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps bodies outside {@code /fhir} to a size that forms need; bundles have the server's own larger limit. */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
class BodyLimitFilter implements ContainerRequestFilter {

    private final long limit;

    BodyLimitFilter(@ConfigProperty(name = "iop.http.max-body-bytes") long limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.hasEntity() || FhirPath.leads(request.getUriInfo())) {
            return;
        }
        if (request.getLength() > limit) {
            throw tooLarge();
        }
        if (request.getLength() < 0) {
            request.setEntityStream(new BoundedStream(request.getEntityStream()));
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                CommonProblem.BODY_TOO_LARGE, "Send at most " + limit + " bytes, or split the request.");
    }

    private final class BoundedStream extends InputStream {

        private final InputStream stream;
        private long seen;

        BoundedStream(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            var b = stream.read();
            if (b >= 0) {
                count(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var n = stream.read(buffer, offset, length);
            if (n > 0) {
                count(n);
            }
            return n;
        }

        private void count(int n) {
            seen += n;
            if (seen > limit) {
                throw tooLarge();
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
