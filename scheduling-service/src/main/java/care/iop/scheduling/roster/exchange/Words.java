package care.iop.scheduling.roster.exchange;

import care.iop.scheduling.roster.engine.problem.Credential;
import care.iop.scheduling.roster.engine.problem.Gender;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the document's short words mean. */
final class Words {

    static final List<RosterTrack> TRACKS = List.of(
            new RosterTrack("M", 8 * 60, 13 * 60),
            new RosterTrack("A", 12 * 60, 17 * 60),
            new RosterTrack("E", 16 * 60, 21 * 60));

    static final Map<String, Credential> CREDENTIALS = words(
            "THERAPIST", Credential.THERAPIST,
            "GROUP", Credential.GROUP,
            "FAMILY", Credential.FAMILY,
            "VOC", Credential.VOCATIONAL,
            "MED", Credential.MEDICATION);

    static final Map<String, Modality> MODALITIES =
            words("CBT", Modality.CBT, "MI", Modality.MI, "DBT", Modality.DBT, "TRAUMA", Modality.TRAUMA_INFORMED);

    static final Map<String, Gender> GENDERS = words("F", Gender.FEMALE, "M", Gender.MALE, "X", Gender.OTHER);

    static final Map<String, GroupGender> GROUP_GENDERS =
            words("ANY", GroupGender.ANY, "F", GroupGender.FEMALE, "M", GroupGender.MALE);

    static final Map<String, SessionKind> KINDS = words(
            "IND", SessionKind.INDIVIDUAL,
            "FAM", SessionKind.FAMILY,
            "VOC", SessionKind.VOCATIONAL,
            "MED", SessionKind.MEDICATION);

    static final Map<String, RoomType> ROOMS = words("GROUP", RoomType.GROUP, "OFFICE", RoomType.OFFICE);

    private Words() {}

    /** The word for a meaning. */
    static <T> String of(Map<String, T> words, T meaning) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> words(Object... pairs) {
        Map<String, T> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put((String) pairs[i], (T) pairs[i + 1]);
        }
        return words;
    }
}
