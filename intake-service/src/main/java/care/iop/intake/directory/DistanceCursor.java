package care.iop.intake.directory;

import care.iop.chassis.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * The last row of a page: the next one begins after it, in order of distance and then of identifier.
 *
 * @param squaredChord 0 in a search without a place
 */
record DistanceCursor(double squaredChord, UUID id) {

    private static final int BYTES = 24;

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(BYTES)
                        .putDouble(squaredChord)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    /** Reads what {@link #text} wrote; anything else is a problem. */
    static DistanceCursor of(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                var buffer = ByteBuffer.wrap(bytes);
                var cursor = new DistanceCursor(buffer.getDouble(), new UUID(buffer.getLong(), buffer.getLong()));
                if (cursor.squaredChord >= 0 && cursor.squaredChord <= 5) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
        throw unknown();
    }

    private static ProblemException unknown() {
        return ProblemException.invalid("after", "take it unchanged from the Link header of the previous page");
    }
}
