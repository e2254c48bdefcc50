package care.iop.progress.episode;

import java.time.LocalDate;
import java.util.UUID;

/** A person was discharged; fired in the transaction that notes it. */
public record EpisodeEnded(UUID admissionId, LocalDate endedOn) {}
