package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.SearchParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A meeting of a series, as the identifier of its Slot names it: the series' identifier, a dot, and the day. */
record SlotId(UUID seriesId, LocalDate on) {

    private static final int UUID_LENGTH = 36;

    /** Reads an identifier; empty when it can't be one of ours. */
    static Optional<SlotId> of(String text) {
        if (text.length() != UUID_LENGTH + 11 || text.charAt(UUID_LENGTH) != '.') {
            return Optional.empty();
        }
        var series = SearchParameters.uuid(text.substring(0, UUID_LENGTH));
        try {
            var on = LocalDate.parse(text.substring(UUID_LENGTH + 1));
            return series == null ? Optional.empty() : Optional.of(new SlotId(series, on));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return seriesId + "." + on;
    }
}
