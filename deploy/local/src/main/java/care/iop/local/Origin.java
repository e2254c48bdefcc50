package care.iop.local;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** The single origin: passes each path on to the part that it belongs to, as the ingress of a cluster does. */
final class Origin implements AutoCloseable {
    private static final int CONNECTIONS_PER_PART = 256;

    private final Vertx vertx;

    private Origin(Vertx vertx) {
        this.vertx = vertx;
    }

    static Origin start(Settings settings) {
        Map<String, Integer> targets = new LinkedHashMap<>();
        targets.put(Keycloak.PATH, settings.port(Port.KEYCLOAK));
        for (Service service : Service.values()) {
            targets.put("/" + service.context(), settings.port(service.port()));
        }
        return start(settings.port(Port.ORIGIN), targets);
    }

    /** @param targets loopback ports by the first segment of the path */
    static Origin start(int port, Map<String, Integer> targets) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_PART).setConnectTimeout(2_000));
        Map<String, HttpProxy> proxies = new LinkedHashMap<>();
        targets.forEach((path, target) -> proxies.put(
                path, HttpProxy.reverseProxy(client).origin(target, "localhost").addInterceptor(new KeepsHost())));
        Buffer index = Buffer.buffer(indexPage());
        try {
            vertx.createHttpServer()
                    .requestHandler(request -> route(request, proxies, index))
                    .listen(port, "localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            vertx.close();
            throw new CannotContinue("The origin can't listen on port " + port + ": " + e.getMessage(), e);
        }
        return new Origin(vertx);
    }

    private static void route(HttpServerRequest request, Map<String, HttpProxy> proxies, Buffer index) {
        String path = FhirRoutes.passedOn(request.path());
        HttpProxy proxy = proxies.get(firstSegment(path));
        if (proxy != null) {
            proxy.handle(request);
        } else if (path.equals("/")) {
            request.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end(index);
        } else {
            request.response()
                    .setStatusCode(HttpResponseStatus.NOT_FOUND.code())
                    .end();
        }
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static byte[] indexPage() {
        try (InputStream page = Origin.class.getResourceAsStream("index.html")) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Links and Location headers have to name the origin, so the parts are told the host that the caller used; and what goes to the FHIR base of all goes to the one that knows the type. */
    private static final class KeepsHost implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().setAuthority(context.request().proxiedRequest().authority());
            context.request().setURI(FhirRoutes.passedOn(context.request().getURI()));
            return context.sendRequest();
        }
    }
}
