package care.iop.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that stays open, one request at a time. The client shares the machine with what it measures, so
 * it does next to nothing itself.
 */
final class KeepAliveConnection implements Closeable {

    private static final int ANSWER_WITHIN_MILLIS = 30_000;
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String RETRY_AFTER = "retry-after:";

    private final Socket socket;
    private final InputStream in;

    KeepAliveConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 8 * 1024);
    }

    /** Posts JSON and reads the whole answer. Extra headers are complete lines, each with its line end. */
    Answer post(String path, String token, String extraHeaders, String body) throws IOException {
        return post(path, token, extraHeaders, "application/json", body);
    }

    /** Posts a body of any type and reads the whole answer. */
    Answer post(String path, String token, String extraHeaders, String type, String body) throws IOException {
        return send("POST", path, token, extraHeaders, type, body);
    }

    /** Puts JSON over whatever version is there. */
    Answer put(String path, String token, String body) throws IOException {
        return send("PUT", path, token, "If-Match: *\r\n", "application/json", body);
    }

    private Answer send(String method, String path, String token, String extraHeaders, String type, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                + extraHeaders + (bytes.length == 0 ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: "
                + bytes.length + "\r\n\r\n";
        var request = new ByteArrayOutputStream(head.length() + bytes.length);
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(bytes);
        request.writeTo(socket.getOutputStream());
        return read();
    }

    /** Gets and reads the whole answer. */
    Answer get(String path, String token) throws IOException {
        var head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return read();
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        int length = -1;
        boolean chunked = false;
        boolean retryAfter = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
            chunked |= header.toLowerCase(Locale.ROOT).startsWith(CHUNKED);
            retryAfter |= header.toLowerCase(Locale.ROOT).startsWith(RETRY_AFTER);
        }
        if (chunked) {
            return new Answer(status, retryAfter, new String(chunks(), StandardCharsets.UTF_8));
        }
        if (length < 0) {
            throw new IOException("an answer without Content-Length, status " + status);
        }
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection ended in an answer");
        }
        return new Answer(status, retryAfter, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended before an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** An answer with its body as text, and whether it says when to try again. */
    record Answer(int status, boolean retryAfter, String body) {}
}
