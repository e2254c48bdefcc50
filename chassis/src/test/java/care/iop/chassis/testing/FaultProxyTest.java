package care.iop.chassis.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultProxyTest {
    private static final int STALLED_MILLIS = 200;

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void startEcho() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve, "echo");
        server.setDaemon(true);
        server.start();
        proxy = FaultProxy.to("localhost", echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesEverythingOnWhenHealthy() throws IOException {
        // given
        String sent = "x".repeat(200_000);
        try (Socket client = connect()) {
            // when
            Thread writer = new Thread(() -> send(client, sent));
            writer.start();
            // then
            assertEquals(sent, receive(client, sent.length()));
        }
    }

    @Test
    void passesTheEndOfAStreamOn() throws IOException {
        // given
        try (Socket client = connect()) {
            send(client, "bye");
            // when
            client.shutdownOutput();
            // then
            assertEquals("bye", receive(client, 3));
            assertEquals(-1, client.getInputStream().read());
        }
    }

    @Test
    void cutClosesConnectionsAndRefusesNewOnes() throws IOException {
        // given
        try (Socket client = connect()) {
            send(client, "before");
            assertEquals("before", receive(client, 6));
            // when
            proxy.cut();
            // then
            assertEquals(-1, client.getInputStream().read());
            assertThrows(ConnectException.class, this::connect);
        }
    }

    @Test
    void healsAfterACut() throws IOException {
        // given
        proxy.cut();
        // when
        proxy.heal();
        // then
        try (Socket client = connect()) {
            send(client, "again");
            assertEquals("again", receive(client, 5));
        }
    }

    @Test
    void stallHoldsWhatIsSentUntilHealed() throws IOException {
        // given
        try (Socket client = connect()) {
            send(client, "before");
            assertEquals("before", receive(client, 6));
            // when
            proxy.stall();
            // then
            send(client, "held");
            client.setSoTimeout(STALLED_MILLIS);
            assertThrows(
                    SocketTimeoutException.class, () -> client.getInputStream().read());
            proxy.heal();
            client.setSoTimeout(0);
            assertEquals("held", receive(client, 4));
        }
    }

    @Test
    void stallAcceptsNewConnections() throws IOException {
        // given
        proxy.stall();
        // when
        try (Socket client = connect()) {
            send(client, "held");
            // then
            client.setSoTimeout(STALLED_MILLIS);
            assertThrows(
                    SocketTimeoutException.class, () -> client.getInputStream().read());
            proxy.heal();
            client.setSoTimeout(0);
            assertEquals("held", receive(client, 4));
        }
    }

    @Test
    void resetEndsConnectionsAbruptlyAndTakesNewOnes() throws IOException {
        // given
        try (Socket client = connect()) {
            send(client, "before");
            assertEquals("before", receive(client, 6));
            // when
            proxy.reset();
            // then
            assertThrows(SocketException.class, () -> client.getInputStream().read());
        }
        try (Socket client = connect()) {
            send(client, "after");
            assertEquals("after", receive(client, 5));
        }
    }

    @Test
    void delayPassesEverythingOnLaterEachWay() throws IOException {
        // given
        proxy.delay(Duration.ofMillis(150));
        try (Socket client = connect()) {
            long sentAt = System.nanoTime();
            // when
            send(client, "slow");
            // then
            assertEquals("slow", receive(client, 4));
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - sentAt);
            assertTrue(roundTrip.compareTo(Duration.ofMillis(300)) >= 0, () -> "took " + roundTrip);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread thread = new Thread(() -> echoBack(client), "echo-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void echoBack(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // A fault ended the connection, as the test wants it.
        }
    }

    private static void send(Socket client, String text) {
        try {
            OutputStream out = client.getOutputStream();
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("could not send", e);
        }
    }

    private static String receive(Socket client, int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }
}
