package care.iop.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP proxy on a loopback port that can misbehave like a network: cut, stall, reset, delay. It starts healthy, and every
 * fault lasts until {@link #heal}.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;
    private static final int CHUNKS_IN_FLIGHT = 256;
    private static final Duration REBIND_WITHIN = Duration.ofSeconds(10);

    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile InetSocketAddress target;
    private volatile Duration delay = Duration.ZERO;
    private volatile ServerSocket listener;
    private volatile Thread acceptor;
    private boolean stalled;

    private FaultProxy() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the proxy", e);
        }
        port = listener.getLocalPort();
        acceptor = acceptFrom(listener);
    }

    /** A proxy whose target is told later: a server that advertises the proxy's port has to know that port first. */
    public static FaultProxy open() {
        return new FaultProxy();
    }

    public static FaultProxy to(String host, int port) {
        FaultProxy proxy = new FaultProxy();
        proxy.forwardTo(host, port);
        return proxy;
    }

    public void forwardTo(String host, int targetPort) {
        target = new InetSocketAddress(host, targetPort);
    }

    public int port() {
        return port;
    }

    /** Closes every connection and refuses new ones. */
    public void cut() {
        close(listener);
        awaitNoMoreAccepted();
        links.forEach(Link::close);
    }

    /** Accepts connections and keeps those there are, but passes nothing; what is sent arrives after {@link #heal}. */
    public void stall() {
        setStalled(true);
    }

    /** Ends every connection there is with a TCP reset; new ones work. */
    public void reset() {
        links.forEach(Link::reset);
    }

    /** Passes everything on this much later, each way. */
    public void delay(Duration each) {
        delay = each;
    }

    /** Ends every fault. */
    public void heal() {
        delay = Duration.ZERO;
        setStalled(false);
        if (listener.isClosed()) {
            listener = rebind();
            acceptor = acceptFrom(listener);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private void setStalled(boolean value) {
        lock.lock();
        try {
            stalled = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitFlow() throws InterruptedException {
        lock.lock();
        try {
            while (stalled) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** As long as a thread waits in accept, the system keeps a closed port open. */
    private void awaitNoMoreAccepted() {
        try {
            acceptor.join(REBIND_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A connection of another program may hold the port for a moment. */
    private ServerSocket rebind() {
        long deadline = System.nanoTime() + REBIND_WITHIN.toNanos();
        while (true) {
            try {
                return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new UncheckedIOException("port " + port + " was taken while the proxy was cut", e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private Thread acceptFrom(ServerSocket socket) {
        return start("accept", () -> {
            while (true) {
                try {
                    start("connect", new Link(socket.accept())::connect);
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private Thread start(String role, Runnable work) {
        Thread thread = new Thread(work, "fault-proxy-" + port + "-" + role);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // Closing is all that was wanted.
        }
    }

    /** What was read at once; an empty chunk is the end of the stream. */
    private record Chunk(ByteBuffer bytes, long dueNanos) {
        static Chunk end() {
            return new Chunk(ByteBuffer.allocate(0), System.nanoTime());
        }

        boolean isEnd() {
            return bytes.capacity() == 0;
        }
    }

    /** One client connection and its counterpart at the target. */
    private final class Link {
        private final Socket client;
        private final Socket server = new Socket();

        Link(Socket client) {
            this.client = client;
            links.add(this);
        }

        void connect() {
            try {
                awaitFlow();
                server.connect(target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
            } catch (IOException e) {
                close();
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                return;
            }
            pump(client, server);
            pump(server, client);
        }

        private void pump(Socket from, Socket to) {
            BlockingQueue<Chunk> inFlight = new LinkedBlockingQueue<>(CHUNKS_IN_FLIGHT);
            start("read", () -> read(from, inFlight));
            start("write", () -> write(inFlight, to));
        }

        private void read(Socket from, BlockingQueue<Chunk> inFlight) {
            byte[] buffer = new byte[CHUNK];
            try {
                int length = from.getInputStream().read(buffer);
                while (length >= 0) {
                    ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(buffer, length));
                    inFlight.put(new Chunk(bytes, System.nanoTime() + delay.toNanos()));
                    length = from.getInputStream().read(buffer);
                }
                inFlight.put(Chunk.end());
            } catch (IOException e) {
                close();
                inFlight.clear();
                inFlight.add(Chunk.end());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
            }
        }

        private void write(BlockingQueue<Chunk> inFlight, Socket to) {
            try {
                Chunk chunk = inFlight.take();
                while (!chunk.isEnd()) {
                    awaitDue(chunk);
                    awaitFlow();
                    to.getOutputStream().write(chunk.bytes().array());
                    chunk = inFlight.take();
                }
                awaitFlow();
                to.shutdownOutput();
            } catch (IOException e) {
                close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
            }
        }

        private void awaitDue(Chunk chunk) throws InterruptedException {
            long nanos = chunk.dueNanos() - System.nanoTime();
            if (nanos > 0) {
                TimeUnit.NANOSECONDS.sleep(nanos);
            }
        }

        void reset() {
            try {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            } catch (IOException e) {
                // Closed in the meantime, which ends it as well.
            }
            close();
        }

        void close() {
            FaultProxy.close(client);
            FaultProxy.close(server);
            links.remove(this);
        }
    }
}
