package care.iop.intake.directory;

import care.iop.chassis.problem.ProblemException;
import care.iop.intake.level.LevelOfCare;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The directory for other features: single programs, and the nearest ones first. */
@ApplicationScoped
public class Directory {

    /**
     * Where somebody is and how far they go.
     *
     * @param latitude degrees north, -90 to 90
     * @param longitude degrees east, -180 to 180
     * @param miles how far at the most, more than 0
     */
    public record Near(double latitude, double longitude, double miles) {

        /** Whether there is such a place and such a distance. */
        public boolean isOnEarth() {
            return GeoPoint.isLatitude(latitude)
                    && GeoPoint.isLongitude(longitude)
                    && miles > 0
                    && miles <= GeoPoint.FARTHEST_MILES;
        }
    }

    /**
     * One page of programs.
     *
     * @param next where the next page begins; null after the last
     */
    public record Page(
            List<DirectoryProgramView> programs, @Nullable String next) {}

    private final DirectoryPrograms programs;

    Directory(DirectoryPrograms programs) {
        this.programs = programs;
    }

    /** The program, or a 404. */
    public DirectoryProgramView require(UUID id) {
        return programs.require(id).view(null);
    }

    /**
     * Programs that are listed, the nearest first, or in order of entry without a place.
     *
     * @param level the identifier of a level of care; null for any
     * @param after the cursor of the page before; null for the first page
     */
    public Page find(@Nullable Near near, @Nullable String level, @Nullable String after, int limit) {
        if (level != null && LevelOfCare.of(level).isEmpty()) {
            return new Page(List.of(), null);
        }
        if (near != null && !near.isOnEarth()) {
            throw ProblemException.invalid(
                    "near", "must be latitude|longitude|distance|units, on Earth, with a distance of more than 0");
        }
        var search = new ProgramSearch(
                near == null ? null : new GeoPoint(near.latitude(), near.longitude()),
                near == null ? 0 : near.miles(),
                level,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var found = programs.search(search, after == null ? null : DistanceCursor.of(after), limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var last = found.size() > limit ? shown.get(shown.size() - 1) : null;
        return new Page(
                shown.stream()
                        .map(row -> row.program().view(near == null ? null : GeoPoint.miles(row.squaredChord())))
                        .toList(),
                last == null
                        ? null
                        : new DistanceCursor(last.squaredChord(), last.program().id()).text());
    }
}
