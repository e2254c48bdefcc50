package care.iop.scheduling.roster.engine.problem;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clinician for tests: may do everything and works all days from 08:00 to 21:00 unless told otherwise. */
public final class ClinicianDraft {

    private final String id;
    private Set<Credential> credentials = EnumSet.allOf(Credential.class);
    private Set<Modality> modalities = EnumSet.allOf(Modality.class);
    private WeekHours availability = SampleWeek.allWeek();
    private int maxMinutes = 40 * 60;
    private int targetMinutes = 40 * 60;
    private @Nullable ClinicianBreak pause;
    private WeekHours engaged = WeekHours.of();

    ClinicianDraft(String id) {
        this.id = id;
    }

    public ClinicianDraft credentials(Credential... values) {
        credentials = Set.of(values);
        return this;
    }

    public ClinicianDraft modalities(Modality... values) {
        modalities = Set.of(values);
        return this;
    }

    public ClinicianDraft works(String... windows) {
        availability = new WeekHours(Stream.of(windows).map(SampleWeek::window).toList());
        return this;
    }

    public ClinicianDraft maxMinutes(int value) {
        maxMinutes = value;
        return this;
    }

    public ClinicianDraft targetMinutes(int value) {
        targetMinutes = value;
        return this;
    }

    /** Minutes of break between two hours of the day. */
    public ClinicianDraft pause(int fromHour, int untilHour, int minutes) {
        pause = new ClinicianBreak(fromHour * 60, untilHour * 60, minutes);
        return this;
    }

    /** Other appointments than the roster's. */
    public ClinicianDraft engaged(String... windows) {
        engaged = new WeekHours(Stream.of(windows).map(SampleWeek::window).toList());
        return this;
    }

    RosterClinician clinician() {
        return new RosterClinician(
                id, credentials, modalities, availability, maxMinutes, targetMinutes, pause, engaged);
    }
}
