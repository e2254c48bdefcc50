package care.iop.intake.fhir;

import care.iop.chassis.fhir.Searchset;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.directory.Directory;
import care.iop.intake.directory.Directory.Near;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What both searches of the directory have in common: a place as FHIR writes it, and the frame of a searchset. */
final class DirectorySearch {

    private static final double KILOMETERS_OF_A_MILE = 1.609344;

    private DirectorySearch() {}

    /** Reads {@code latitude|longitude|distance|units} of FHIR R4; kilometers unless the units are miles. */
    static @Nullable Near near(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = text.split("\\|", -1);
        try {
            if (parts.length < 3 || parts.length > 4) {
                throw malformed(parameter);
            }
            var units = parts.length == 4 ? parts[3] : "km";
            var distance = Double.parseDouble(parts[2]);
            var miles =
                    switch (units) {
                        case "km" -> distance / KILOMETERS_OF_A_MILE;
                        case "[mi_us]", "[mi_i]" -> distance;
                        default -> throw malformed(parameter);
                    };
            var near = new Near(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), miles);
            if (!near.isOnEarth()) {
                throw malformed(parameter);
            }
            return near;
        } catch (NumberFormatException e) {
            throw malformed(parameter);
        }
    }

    private static ProblemException malformed(String parameter) {
        return ProblemException.invalid(
                parameter,
                "must be latitude|longitude|distance|units on Earth, units km, [mi_us] or [mi_i], such as 38.627|-90.1994|25|[mi_us]");
    }

    /** The identifier, or a 404 for what can't be one. */
    static UUID id(String type, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound(type);
        }
    }

    /** A page of programs with its links. */
    static Searchset searchset(UriInfo uri, Directory.Page page) {
        var searchset = new Searchset(uri);
        if (page.next() != null) {
            searchset.next(page.next());
        }
        return searchset;
    }
}
