package care.iop.scheduling.roster.engine.problem;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cohort for tests: mixed, CBT, Monday, Wednesday and Friday 09:00 to 12:00 unless told otherwise. */
public final class CohortDraft {

    private final String id;
    private String track = "MORNING";
    private List<WeekWindow> slots = Stream.of("Mon 09:00-12:00", "Wed 09:00-12:00", "Fri 09:00-12:00")
            .map(SampleWeek::window)
            .toList();
    private int capacity = 12;
    private int minSize;
    private GroupGender gender = GroupGender.ANY;
    private boolean traumaTrack;
    private Modality modality = Modality.CBT;
    private boolean tele;
    private @Nullable String facilitator;

    private List<Set<String>> modulesByWeek = List.of();
    private @Nullable String language;

    CohortDraft(String id) {
        this.id = id;
    }

    public CohortDraft track(String value) {
        track = value;
        return this;
    }

    public CohortDraft meets(String... windows) {
        slots = Stream.of(windows).map(SampleWeek::window).toList();
        return this;
    }

    public CohortDraft capacity(int value) {
        capacity = value;
        return this;
    }

    public CohortDraft minSize(int value) {
        minSize = value;
        return this;
    }

    public CohortDraft gender(GroupGender value) {
        gender = value;
        return this;
    }

    public CohortDraft traumaTrack() {
        traumaTrack = true;
        return this;
    }

    public CohortDraft modality(Modality value) {
        modality = value;
        return this;
    }

    public CohortDraft tele() {
        tele = true;
        return this;
    }

    public CohortDraft facilitator(String clinician) {
        facilitator = clinician;
        return this;
    }

    /** One module in each of the next weeks. */
    public CohortDraft teaches(String... modules) {
        modulesByWeek = Stream.of(modules).map(Set::of).toList();
        return this;
    }

    public CohortDraft language(String value) {
        language = value;
        return this;
    }

    RosterCohort cohort() {
        return new RosterCohort(
                id,
                track,
                slots,
                capacity,
                minSize,
                gender,
                traumaTrack,
                modality,
                tele,
                facilitator,
                modulesByWeek,
                language);
    }
}
