package care.iop.scheduling.booking;

import care.iop.scheduling.program.Track;
import org.jspecify.annotations.Nullable;

/** The track that a client was on when a seat was taken; ANY where none was named. */
public enum BookedTrack {
    MORNING,
    AFTERNOON,
    EVENING,
    ANY;

    static BookedTrack of(@Nullable Track track) {
        return track == null
                ? ANY
                : switch (track) {
                    case MORNING -> MORNING;
                    case AFTERNOON -> AFTERNOON;
                    case EVENING -> EVENING;
                };
    }
}
